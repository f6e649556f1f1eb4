using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Operations;
using Dashserv.Provider.Text;
using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;

namespace Dashserv.Provider.VserverPasswords;

/// <summary><c>dashserv_vserver_password</c>: a new root password, encrypted to whoever is to have it.</summary>
internal sealed class VserverPasswordResource(CurrentSession current) : Resource<VserverPasswordModel>
{
    private static readonly TimeSpan ResetTime = TimeSpan.FromHours(1);

    public override Schema<VserverPasswordModel> Schema => VserverPasswordModel.Schema;

    protected override Task PlanAsync(PlanContext<VserverPasswordModel> context)
    {
        if (context is { Plan: { } plan, Prior: { } prior } && IsReset(plan, prior))
        {
            (plan.EncryptedPassword, plan.Password) = (Value<string>.Unknown, Value<string>.Unknown);
        }

        return Task.CompletedTask;
    }

    protected override Task CreateAsync(ApplyContext<VserverPasswordModel> context) => ResetAsync(context, t => t.Create);

    protected override async Task ReadAsync(ReadContext<VserverPasswordModel> context)
    {
        var session = current.Session;
        if (session.Access.IsKnown && context.State is { } state)
        {
            await FailureTranslator.ReadAsync(
                FailureWords.NotRead("password's vserver"),
                async () => context.State = await session.VserverReads.FindAsync(state.VserverId.Known, context.CancellationToken) is null ? null : state);
        }
    }

    protected override async Task UpdateAsync(ApplyContext<VserverPasswordModel> context)
    {
        if (IsReset(context.Plan, context.Prior))
        {
            await ResetAsync(context, t => t.Update);
        }
        else
        {
            context.State = context.Plan;
        }
    }

    protected override Task DeleteAsync(ApplyContext<VserverPasswordModel> context) => Task.CompletedTask;

    protected override Task ImportAsync(ImportContext<VserverPasswordModel> context)
    {
        if (Ids.CanImport(context.Id, "vserver", context.Diagnostics))
        {
            (context.State.VserverId, context.State.Id) = (context.Id, context.Id);
        }

        return Task.CompletedTask;
    }

    // After an import neither password is known, and none is made up: only what was here before can change.
    private static bool IsReset(VserverPasswordModel plan, VserverPasswordModel prior) =>
        TextMap.IsChanged(plan.Keepers, prior.Keepers)
        || (!plan.PublicKey.Equals(prior.PublicKey) && !(prior.EncryptedPassword.IsNull && prior.Password.IsNull));

    private async Task ResetAsync(ApplyContext<VserverPasswordModel> context, Func<TimeoutsModel, Value<string>> which)
    {
        var (plan, vserver) = (context.Plan, context.Plan.VserverId.Known);
        var before = context.State;
        var reset = new VserverPasswordResetOperation(
            current.Session, vserver, password => context.State = password is null ? before : Known(plan, vserver, password));
        using var limit = TimeLimit.Start(current.Session.Access.Time, plan.Timeouts, which, ResetTime, context.CancellationToken);
        await current.Session.Runner(limit).RunAsync(reset);
    }

    private static VserverPasswordModel Known(VserverPasswordModel plan, string vserver, string password) => VserverPasswordModel.Schema.Table.Complete(
        plan,
        new VserverPasswordModel
        {
            Id = vserver,
            EncryptedPassword = plan.PublicKey.Select(key => PasswordCipher.Encrypt(password, key)),
            Password = plan.PublicKey.IsNull ? password : default(Value<string>),
        });
}
