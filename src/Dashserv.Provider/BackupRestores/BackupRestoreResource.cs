using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Inventory;
using Dashserv.Provider.Operations;
using Dashserv.Provider.Ordering;
using Dashserv.Provider.Text;
using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;

namespace Dashserv.Provider.BackupRestores;

/// <summary><c>dashserv_backup_restore</c>: puts a backup back, once per change.</summary>
internal sealed class BackupRestoreResource(CurrentSession current) : Resource<BackupRestoreModel>
{
    public override Schema<BackupRestoreModel> Schema => BackupRestoreModel.Schema;

    protected override async Task PlanAsync(PlanContext<BackupRestoreModel> context)
    {
        if (context.Plan is not { } plan)
        {
            return;
        }

        if (context.Prior is { } prior && !IsChange(plan, prior))
        {
            (plan.Id, plan.RestoredAt) = (prior.Id, prior.RestoredAt);
            return;
        }

        plan.Id = plan is { VserverId.IsKnown: true, BackupId.IsKnown: true } ? $"{plan.VserverId}/{plan.BackupId}" : Value<string>.Unknown;
        plan.RestoredAt = Value<string>.Unknown;
        if (plan is { VserverId.IsKnown: true, BackupId.IsKnown: true } && current.Session.Access.ChecksPlans)
        {
            await FailureTranslator.ReadAsync(
                OrderWords.NotPlanned("restore"),
                () => BackupRestoreCheck.RunAsync(current.Session, plan.VserverId.Known, plan.BackupId.Known, context.CancellationToken));
        }

        context.Diagnostics.Warning(
            "backup_id", "This overwrites the disk",
            $"{(plan.BackupId.IsKnown ? $"The backup {plan.BackupId}" : "A backup")} will be restored onto "
                + $"{(plan.VserverId.IsKnown ? $"the vserver {plan.VserverId}" : "a vserver that this apply makes")}. What was written to "
                + "its disk since that backup is lost.");
    }

    protected override Task CreateAsync(ApplyContext<BackupRestoreModel> context) => RestoreAsync(context, t => t.Create);

    protected override async Task ReadAsync(ReadContext<BackupRestoreModel> context)
    {
        var session = current.Session;
        if (session.Access.IsKnown && context.State is { } state)
        {
            using var limit = TimeLimit.Start(session.Access.Time, state.Timeouts, t => t.Read, TimeSpan.FromMinutes(2), context.CancellationToken);
            await session.Runner(limit).RunAsync(new ReadOperation(
                "read the restored vserver",
                FailureWords.NotRead("restored vserver"),
                async stop => context.State = await session.VserverReads.FindAsync(state.VserverId.Known, stop) is null ? null : state));
        }
    }

    protected override async Task UpdateAsync(ApplyContext<BackupRestoreModel> context)
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

    protected override Task DeleteAsync(ApplyContext<BackupRestoreModel> context) => Task.CompletedTask;

    protected override Task ImportAsync(ImportContext<BackupRestoreModel> context)
    {
        if (OwnedId.Parse(context.Id, Owner.Vserver, "backup", context.Diagnostics) is { } id)
        {
            (context.State.VserverId, context.State.BackupId, context.State.Id) = (id.Owner, id.Id, context.Id);
        }

        return Task.CompletedTask;
    }

    private static bool IsChange(BackupRestoreModel plan, BackupRestoreModel prior) =>
        !plan.VserverId.Equals(prior.VserverId) || !plan.BackupId.Equals(prior.BackupId) || TextMap.IsChanged(plan.Triggers, prior.Triggers);

    private async Task RestoreAsync(ApplyContext<BackupRestoreModel> context, Func<TimeoutsModel, Value<string>> which)
    {
        var (session, plan, before) = (current.Session, context.Plan, context.State);
        using var limit = TimeLimit.Start(session.Access.Time, plan.Timeouts, which, TimeSpan.FromHours(2), context.CancellationToken);
        var result = await session.Runner(limit).TryRunAsync(new BackupRestoreOperation(
            session, plan.VserverId.Known, plan.BackupId.Known, stage => context.State = stage == OperationStage.NotSent ? before : Restored()));

        // A restore that has begun is told of as a warning where it is the resource's first: after an error, Terraform would take it for tainted, and restore
        // once more.
        if (result is { Stage: OperationStage.Begun, Problem: { } problem } && before is null)
        {
            context.Diagnostics.Add(problem.Warning with { Path = AttributePath.Root });
            return;
        }

        result.ThrowIfFailed();

        BackupRestoreModel Restored() => Schema.Table.Complete(
            plan, new BackupRestoreModel { Id = $"{plan.VserverId}/{plan.BackupId}", RestoredAt = Timestamp.Of(session.Access.Time.GetUtcNow()) });
    }
}
