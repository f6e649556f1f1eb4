using Dashserv.Api;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Inventory;
using Dashserv.Provider.Lifecycle;
using Dashserv.Provider.Power;
using Dashserv.Provider.Vservers;
using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;

namespace Dashserv.Provider.Backups;

/// <summary><c>dashserv_backup</c>: one backup of a vserver, made one at a time and never at the silent cost of another.</summary>
internal sealed class BackupResource(CurrentSession current) : Resource<BackupModel>
{
    public override Schema<BackupModel> Schema => BackupModel.Schema;

    protected override Task PlanAsync(PlanContext<BackupModel> context) => FailedDeed.TellOfPlanAsync("backup", () => BackupPlan.CheckAsync(current.Session, context));

    protected override async Task CreateAsync(ApplyContext<BackupModel> context)
    {
        var session = current.Session;
        var making = new BackupMaking(session, context);
        using var limit = TimeLimit.Start(session, context.Plan.Timeouts, t => t.Create, TimeSpan.FromHours(2), context.CancellationToken);
        await limit.RunInTurnAsync(
            session, context.Plan.VserverId.Known, $"make the backup \"{context.Plan.Name}\"", () => making.RunAsync(limit.Token), () => making.Standing);
    }

    protected override async Task ReadAsync(ReadContext<BackupModel> context)
    {
        var session = current.Session;
        if (!session.IsKnown || context.State is not { } state)
        {
            return;
        }

        using var limit = TimeLimit.Start(session, state.Timeouts, t => t.Read, TimeSpan.FromMinutes(2), context.CancellationToken);
        await limit.RunAsync("read the backup", () => RefreshAsync(session, context, state, limit.Token), () => $"{FailedDeed.Kept} Try again.", FailedDeed.Kept);
    }

    // Only on_limit and timeouts change in place, and they concern this provider alone.
    protected override Task UpdateAsync(ApplyContext<BackupModel> context)
    {
        context.State = context.Plan;
        return Task.CompletedTask;
    }

    protected override async Task DeleteAsync(ApplyContext<BackupModel> context)
    {
        var session = current.Session;
        var (vserver, id) = (context.Prior.VserverId.Known, context.Prior.Id.Known);
        using var limit = TimeLimit.Start(session, context.Prior.Timeouts, t => t.Delete, TimeSpan.FromHours(1), context.CancellationToken);
        var power = new VserverOperations(session, vserver).Power;
        await limit.RunInTurnAsync(
            session, vserver, "delete the backup", () => DeleteAsync(session, power, context.Prior, limit.Token), () => $"The backup {id} is still in the state. {power.WhyNot}");
    }

    protected override Task ImportAsync(ImportContext<BackupModel> context)
    {
        if (OwnedId.Parse(context.Id, "backup", context.Diagnostics) is { } id)
        {
            (context.State.VserverId, context.State.Id) = (id.Vserver, id.Id);
        }

        return Task.CompletedTask;
    }

    private static async Task RefreshAsync(Session session, ReadContext<BackupModel> context, BackupModel state, CancellationToken cancellationToken)
    {
        if (await session.Backups.FindAsync(state.VserverId.Known, state.Id.Known, cancellationToken) is { } backup)
        {
            BackupMapping.Fill(state, backup);
            return;
        }

        // After an import there is nothing to tell of: it never was in the state.
        if (state.Name.IsKnown)
        {
            context.Diagnostics.Add(await GoneBackup.ExplainAsync(session, state, cancellationToken));
        }

        context.State = null;
    }

    private static async Task DeleteAsync(Session session, PowerSwitch power, BackupModel prior, CancellationToken cancellationToken)
    {
        var (vserver, id) = (prior.VserverId.Known, prior.Id.Known);
        try
        {
            await session.Backups.DeleteAsync(
                vserver, id, () => power.ActOnceAsync(stop => session.Client.Backups.DeleteAsync(vserver, id, stop), "It was not deleted.", cancellationToken), cancellationToken);
        }
        catch (ApiException e)
        {
            throw CallFailure.Explain(e, $"The backup \"{prior.Name}\" was not deleted", $"The backup {id} of the vserver {vserver} is still in the state.");
        }
    }
}
