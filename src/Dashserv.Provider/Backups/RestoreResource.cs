using Dashserv.Api;
using Dashserv.Api.Polling;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Inventory;
using Dashserv.Provider.Lifecycle;
using Dashserv.Provider.Vservers;
using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Backups;

/// <summary><c>dashserv_backup_restore</c>: puts a backup back, once per change.</summary>
internal sealed class RestoreResource(CurrentSession current) : Resource<RestoreModel>
{
    /// <summary>How often the lock of a restore that was never seen is looked for before its end is believed.</summary>
    private const int UnseenLooks = 5;

    public override Schema<RestoreModel> Schema => RestoreModel.Schema;

    protected override Task PlanAsync(PlanContext<RestoreModel> context)
    {
        if (context.Plan is not { } plan)
        {
            return Task.CompletedTask;
        }

        if (context.Prior is { } prior && !IsChange(plan, prior))
        {
            plan.Id = prior.Id;
            return Task.CompletedTask;
        }

        plan.Id = plan is { VserverId.IsKnown: true, BackupId.IsKnown: true } ? $"{plan.VserverId}/{plan.BackupId}" : Value<string>.Unknown;
        if (!plan.VserverId.IsKnown)
        {
            // A server that is not there yet has nothing to lose.
            return Task.CompletedTask;
        }

        context.Diagnostics.Warning(
            "backup_id", "This overwrites the disk", $"{(plan.BackupId.IsKnown ? $"The backup {plan.BackupId}" : "A backup")} will be restored onto the vserver {plan.VserverId}. What was written to its disk since that backup is lost.");
        return Task.CompletedTask;
    }

    protected override Task CreateAsync(ApplyContext<RestoreModel> context) => RestoreAsync(context, t => t.Create);

    protected override async Task ReadAsync(ReadContext<RestoreModel> context)
    {
        var session = current.Session;
        if (!session.IsKnown || context.State is not { } state)
        {
            return;
        }

        using var limit = TimeLimit.Start(session, state.Timeouts, t => t.Read, TimeSpan.FromMinutes(2), context.Cancellation);
        if (await session.Vservers.FindAsync(state.VserverId.Known, limit.Token) is null)
        {
            context.State = null;
        }
    }

    protected override async Task UpdateAsync(ApplyContext<RestoreModel> context)
    {
        if (IsChange(context.Plan, context.Prior))
        {
            await RestoreAsync(context, t => t.Update);
        }
        else
        {
            context.State = context.Plan;
        }
    }

    protected override Task DeleteAsync(ApplyContext<RestoreModel> context) => Task.CompletedTask;

    protected override Task ImportAsync(ImportContext<RestoreModel> context)
    {
        if (OwnedId.Parse(context.Id, "backup", context.Diagnostics) is { } id)
        {
            (context.State.VserverId, context.State.BackupId, context.State.Id) = (id.Vserver, id.Id, context.Id);
        }

        return Task.CompletedTask;
    }

    private static bool IsChange(RestoreModel plan, RestoreModel prior) =>
        !plan.VserverId.Equals(prior.VserverId) || !plan.BackupId.Equals(prior.BackupId) || TextMap.IsChanged(plan.Triggers, prior.Triggers);

    private async Task RestoreAsync(ApplyContext<RestoreModel> context, Func<TimeoutsModel, Value<string>> which)
    {
        var session = current.Session;
        var plan = context.Plan;
        using var limit = TimeLimit.Start(session, plan.Timeouts, which, TimeSpan.FromHours(2), context.Cancellation);
        await limit.RunAsync("restore the backup", () => session.VserverLocks.RunAsync(
            plan.VserverId.Known, () => RestoreAsync(session, plan.VserverId.Known, plan.BackupId.Known, limit.Token), limit.Token));
        context.State = RestoreModel.Schema.Table.Complete(plan, new RestoreModel { Id = $"{plan.VserverId}/{plan.BackupId}" });
    }

    private static async Task<bool> RestoreAsync(Session session, string vserver, string backup, CancellationToken cancellation)
    {
        var power = new VserverOperations(session, vserver).Power;
        session.Vservers.Touch(vserver);
        try
        {
            await power.ActOnceAsync(stop => session.Client.Backups.RestoreAsync(vserver, backup, stop), cancellation);
        }
        catch (ApiException e) when (e.Kind == ApiErrorKind.Gone)
        {
            throw new ProblemException(
                "No such backup", $"{e.Message}. The vserver {vserver} has no backup {backup} (any more); nothing was restored.", AttributePath.Of("backup_id"), e);
        }

        var (looks, wasSeen) = (0, false);
        await Poller.UntilAsync(
            session.Polling,
            session.Time,
            power.ReadAsync,
            r => $"{r.Status} {r.LockedReason}",
            r =>
            {
                looks++;
                wasSeen |= r.LockedReason is not null;
                return r.LockedReason is null && r.Status != "installing" && (wasSeen || looks >= UnseenLooks);
            },
            cancellation);
        session.Vservers.Touch(vserver);
        return true;
    }
}
