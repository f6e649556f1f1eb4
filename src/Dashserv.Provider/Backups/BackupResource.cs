using Dashserv.Api.Models;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Inventory;
using Dashserv.Provider.Operations;
using Dashserv.Provider.Ordering;
using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Backups;

/// <summary><c>dashserv_backup</c>: one backup of a vserver, made one at a time and never at the silent cost of another.</summary>
internal sealed class BackupResource(CurrentSession current) : Resource<BackupModel>
{
    public override Schema<BackupModel> Schema => BackupModel.Schema;

    protected override Task PlanAsync(PlanContext<BackupModel> context) =>
        FailureTranslator.ReadAsync(OrderWords.NotPlanned("backup"), () => BackupPlan.CheckAsync(current.Session, context));

    protected override async Task CreateAsync(ApplyContext<BackupModel> context)
    {
        var (session, plan) = (current.Session, context.Plan);
        session.BackupReads.NoteBegun(plan.VserverId.Known, plan.Name.Known);
        using var limit = TimeLimit.Start(session.Access.Time, plan.Timeouts, t => t.Create, TimeSpan.FromHours(2), context.CancellationToken);
        var runner = session.Runner(limit);
        var journal = new OwnedJournal<Backup>(session.Journal, session.JournalAccount, BackupMapping.Noun, plan.VserverId.Known, plan.Name.Known);
        var create = new BackupCreateOperation(session, plan.VserverId.Known, plan.Name.Known, plan.OnLimit.Or("error") == "evict_oldest", journal, backup =>
        {
            var actual = Schema.Table.Copy(plan);
            BackupMapping.Fill(actual, backup);
            context.State = Schema.Table.Complete(plan, actual);
        });
        var result = await journal.RunAsync(runner, create, FailureWords.NotRead("vserver"), context.Diagnostics, context.WhenSaved);

        // The backup is there: unless the API says that it failed, nothing is a reason to have Terraform delete it and make another.
        if (result is { Stage: OperationStage.Begun, Problem: { } problem, Failure: not ProblemException })
        {
            context.Diagnostics.Add(problem.Warning with { Path = AttributePath.Root });
            return;
        }

        result.ThrowIfFailed();
        var settled = await runner.TryRunAsync(new ReadOperation(create.Title, FailureWords.NotRead("vserver"), create.SettleAsync));
        if (settled.Failure is { } failure)
        {
            context.Diagnostics.Add(BackupWords.Unsettled(plan.Name.Known, create.Created!.Uuid, failure, create.Lock));
        }

        if (create is { HasEvicted: true, Eviction: { } eviction })
        {
            context.Diagnostics.Add(eviction.Notice());
        }
    }

    protected override async Task ReadAsync(ReadContext<BackupModel> context)
    {
        var session = current.Session;
        if (session.Access.IsKnown && context.State is { } state)
        {
            session.Journal.Seen(null, state.Id.OrNull());
            using var limit = TimeLimit.Start(session.Access.Time, state.Timeouts, t => t.Read, TimeSpan.FromMinutes(2), context.CancellationToken);
            await session.Runner(limit)
                .RunAsync(new ReadOperation("read the backup", FailureWords.NotRead("backup"), stop => RefreshAsync(session, context, state, stop)));
        }
    }

    // Only on_limit and timeouts change in place, and they concern this provider alone.
    protected override Task UpdateAsync(ApplyContext<BackupModel> context)
    {
        context.State = context.Plan;
        return Task.CompletedTask;
    }

    protected override async Task DeleteAsync(ApplyContext<BackupModel> context)
    {
        var (session, prior) = (current.Session, context.Prior);
        using var limit = TimeLimit.Start(session.Access.Time, prior.Timeouts, t => t.Delete, TimeSpan.FromHours(1), context.CancellationToken);
        await session.Runner(limit).RunAsync(new BackupDeleteOperation(session, prior.VserverId.Known, prior.Id.Known, prior.Name.Or("")));
    }

    protected override Task ImportAsync(ImportContext<BackupModel> context)
    {
        if (OwnedId.Parse(context.Id, Owner.Vserver, "backup", context.Diagnostics) is { } id)
        {
            (context.State.VserverId, context.State.Id) = (id.Owner, id.Id);
        }

        return Task.CompletedTask;
    }

    private static async Task RefreshAsync(Session session, ReadContext<BackupModel> context, BackupModel state, CancellationToken cancellationToken)
    {
        if (await session.BackupReads.FindAsync(state.VserverId.Known, state.Id.Known, cancellationToken) is { } backup)
        {
            BackupMapping.Fill(state, backup);
            if (BackupMapping.HasFailed(backup))
            {
                context.Diagnostics.Add(BackupWords.Useless(backup));
            }

            return;
        }

        // After an import there is nothing to tell of: it never was in the state.
        if (state.Name.IsKnown)
        {
            context.Diagnostics.Add(await GoneBackup.ExplainAsync(session, state, cancellationToken));
        }

        context.State = null;
    }
}
