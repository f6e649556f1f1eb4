using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Lifecycle;
using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Passwords;

/// <summary><c>dashserv_vserver_password</c>: a new root password, encrypted to whoever is to have it.</summary>
internal sealed class PasswordResource(CurrentSession current) : Resource<PasswordModel>
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    public override Schema<PasswordModel> Schema => PasswordModel.Schema;

    protected override Task PlanAsync(PlanContext<PasswordModel> context)
    {
        if (context is { Plan: { } plan, Prior: { } prior } && IsReset(plan, prior))
        {
            (plan.EncryptedPassword, plan.Password) = (Value<string>.Unknown, Value<string>.Unknown);
        }

        return Task.CompletedTask;
    }

    protected override Task CreateAsync(ApplyContext<PasswordModel> context) => ResetAsync(context, t => t.Create);

    protected override async Task ReadAsync(ReadContext<PasswordModel> context)
    {
        var session = current.Session;
        if (session.IsKnown && context.State is { } state)
        {
            await FailedDeed.TellAsync(
                "read the password's vserver",
                async () => context.State = await session.Vservers.FindAsync(state.VserverId.Known, context.CancellationToken) is null ? null : state,
                FailedDeed.Kept);
        }
    }

    protected override async Task UpdateAsync(ApplyContext<PasswordModel> context)
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

    protected override Task DeleteAsync(ApplyContext<PasswordModel> context) => Task.CompletedTask;

    protected override Task ImportAsync(ImportContext<PasswordModel> context)
    {
        (context.State.VserverId, context.State.Id) = (context.Id, context.Id);
        return Task.CompletedTask;
    }

    // After an import neither password is known, and none is made up: only what was here before can change.
    private static bool IsReset(PasswordModel plan, PasswordModel prior) =>
        TextMap.IsChanged(plan.Keepers, prior.Keepers)
        || (!plan.PublicKey.Equals(prior.PublicKey) && !(prior.EncryptedPassword.IsNull && prior.Password.IsNull));

    private async Task ResetAsync(ApplyContext<PasswordModel> context, Func<TimeoutsModel, Value<string>> which)
    {
        var (plan, vserver) = (context.Plan, context.Plan.VserverId.Known);
        var resetting = new Resetting(current.Session, vserver);
        using var limit = TimeLimit.Start(current.Session, plan.Timeouts, which, Patience, context.CancellationToken);
        var password = "";
        await limit.RunAsync($"reset the root password of the vserver {vserver}", async () => password = await resetting.RunAsync(limit.Token), () => resetting.Standing);
        context.State = PasswordModel.Schema.Table.Complete(plan, new PasswordModel
        {
            Id = vserver,
            EncryptedPassword = plan.PublicKey.Select(key => PasswordCipher.Encrypt(password, key)),
            Password = plan.PublicKey.IsNull ? password : default(Value<string>),
        });
    }
}
