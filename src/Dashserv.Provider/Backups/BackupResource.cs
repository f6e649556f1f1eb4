using Dashserv.Api;
using Dashserv.Api.Models;
using Dashserv.Api.Polling;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Inventory;
using Dashserv.Provider.Lifecycle;
using Dashserv.Provider.Vservers;
using Microsoft.Extensions.Logging;
using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;

namespace Dashserv.Provider.Backups;

/// <summary><c>dashserv_backup</c>: one backup of a vserver, made one at a time and never at the silent cost of another.</summary>
internal sealed class BackupResource(CurrentSession current) : Resource<BackupModel>
{
    public override Schema<BackupModel> Schema => BackupModel.Schema;

    protected override async Task CreateAsync(ApplyContext<BackupModel> context)
    {
        var session = current.Session;
        var vserver = context.Plan.VserverId.Known;
        using var limit = TimeLimit.Start(session, context.Plan.Timeouts, t => t.Create, TimeSpan.FromHours(2), context.Cancellation);
        await limit.RunAsync("make the backup", () => session.VserverLocks.RunAsync(
            vserver,
            async () =>
            {
                await MakeAsync(session, context, vserver, limit.Token);
                return true;
            },
            limit.Token));
    }

    protected override async Task ReadAsync(ReadContext<BackupModel> context)
    {
        var session = current.Session;
        if (!session.IsKnown || context.State is not { } state)
        {
            return;
        }

        using var limit = TimeLimit.Start(session, state.Timeouts, t => t.Read, TimeSpan.FromMinutes(2), context.Cancellation);
        if (await session.Backups.FindAsync(state.VserverId.Known, state.Id.Known, limit.Token) is { } backup)
        {
            BackupMapping.Fill(state, backup);
            return;
        }

        context.State = null;
        context.Diagnostics.Warning(
            "A backup is gone",
            $"The backup {state.Name} ({state.Id}) of the vserver {state.VserverId} does not exist any more. It was deleted outside of Terraform, or the API evicted it: "
            + "a vserver keeps no more backups than its backup_limit, and every new one then deletes the oldest.");
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
        using var limit = TimeLimit.Start(session, context.Prior.Timeouts, t => t.Delete, TimeSpan.FromMinutes(15), context.Cancellation);
        await limit.RunAsync("delete the backup", () => session.VserverLocks.RunAsync(vserver, () => DropAsync(session, vserver, id, limit.Token), limit.Token));
    }

    protected override Task ImportAsync(ImportContext<BackupModel> context)
    {
        if (OwnedId.Parse(context.Id, "backup", context.Diagnostics) is { } id)
        {
            (context.State.VserverId, context.State.Id) = (id.Vserver, id.Id);
        }

        return Task.CompletedTask;
    }

    private static async Task MakeAsync(Session session, ApplyContext<BackupModel> context, string vserver, CancellationToken cancellation)
    {
        var plan = context.Plan;
        var power = new VserverOperations(session, vserver).Power;
        await power.WaitUnlockedAsync(cancellation);
        await BackupLimit.CheckAsync(session, vserver, plan, cancellation);
        var created = await new NewEntry<Backup>(session, "backup", b => b.Uuid, stop => session.Backups.ListFreshAsync(vserver, stop)).CreateAsync(
            b => b.Name is null || b.Name == plan.Name.Known,
            stop => power.ActOnceAsync(again => session.Client.Backups.CreateAsync(vserver, plan.Name.Known, again), stop),
            cancellation);
        session.Backups.Touch(vserver, created.Uuid);
        Keep(context, created);
        var finished = await Poller.UntilAsync(
            session.Polling,
            session.Time,
            async stop => Find(await session.Backups.ListFreshAsync(vserver, stop), created.Uuid),
            b => $"{b.Status} {b.Percentage}",
            b => Look(session, b),
            cancellation);
        session.Backups.Touch(vserver, created.Uuid);
        Keep(context, finished);
        if (BackupMapping.HasFailed(finished))
        {
            throw new ProblemException("The backup failed", $"The API ended the backup {BackupMapping.Describe(finished)} of the vserver {vserver} with the status \"{finished.Status}\". The next apply replaces it.");
        }

        await power.WaitUnlockedAsync(cancellation);
    }

    private static bool Look(Session session, Backup backup)
    {
        session.Logger.LogInformation("Backup {Backup} is at {Percentage} %", backup.Uuid, backup.Percentage);
        return !BackupMapping.IsRunning(backup);
    }

    private static Backup Find(List<Backup> backups, string id) => backups.Find(b => b.Uuid == id)
        ?? throw new ProblemException("The backup vanished", $"The backup {id} was begun and is not listed any more. Another one may have evicted it: see the vserver's backup_limit.");

    private static void Keep(ApplyContext<BackupModel> context, Backup backup)
    {
        var actual = BackupModel.Schema.Table.Copy(context.Plan);
        BackupMapping.Fill(actual, backup);
        context.State = BackupModel.Schema.Table.Complete(context.Plan, actual);
    }

    private static async Task<bool> DropAsync(Session session, string vserver, string id, CancellationToken cancellation)
    {
        session.Backups.Touch(vserver, id);
        try
        {
            await new VserverOperations(session, vserver).Power.ActAsync(stop => session.Client.Backups.DeleteAsync(vserver, id, stop), cancellation);
        }
        catch (ApiException e) when (e.Kind == ApiErrorKind.Gone)
        {
            // The backup, or its whole vserver, is gone already.
        }

        session.Backups.Touch(vserver, id);
        return true;
    }
}
