using Dashserv.Api.Models;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Inventory;
using Dashserv.Provider.Operations;
using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;

namespace Dashserv.Provider.ScheduledTasks;

/// <summary><c>dashserv_scheduled_task</c>: created one at a time per vserver, as the API does not say which one it has created.</summary>
internal sealed class ScheduledTaskResource(CurrentSession current) : Resource<ScheduledTaskModel>
{
    /// <summary>The note of a task that was made here, so that its first execution is known where none was asked for.</summary>
    private const string Made = "made";

    public override Schema<ScheduledTaskModel> Schema => ScheduledTaskModel.Schema;

    protected override Task PlanAsync(PlanContext<ScheduledTaskModel> context)
    {
        // Null after an import, as it cannot be read back: then the configuration's word is taken for it.
        if (context is { Plan: { } plan, Prior: { } prior } && !plan.FirstExecution.Equals(prior.FirstExecution)
            && (prior.FirstExecution.IsKnown || context.Private[Made] is not null))
        {
            context.RequireReplace("first_execution");
        }

        if (context is { Prior: null, Plan.FirstExecution: { IsKnown: true, Known: var first } }
            && BerlinTime.Read(first) < current.Session.Access.Time.GetUtcNow())
        {
            context.Diagnostics.Warning(
                "first_execution",
                "The first execution is in the past",
                $"{first} is over. What the API makes of that is not documented: most likely it does {context.Plan.Command} at once. Set a time to come, or "
                    + "leave first_execution out if at once is meant.");
        }

        return Task.CompletedTask;
    }

    protected override async Task CreateAsync(ApplyContext<ScheduledTaskModel> context)
    {
        var (session, plan) = (current.Session, context.Plan);
        var (interval, command) = (plan.Interval.Known.ToUpperInvariant(), plan.Command.Known.ToUpperInvariant());
        var first = plan.FirstExecution.Select(BerlinTime.ToApi).OrNull();
        var journal = new OwnedJournal<ScheduledTask>(
            session.Journal, session.JournalAccount, ScheduledTaskMapping.Noun, plan.VserverId.Known, interval, command, first ?? "");
        var create = new ScheduledTaskCreateOperation(session, plan.VserverId.Known, interval, command, first, journal, task =>
        {
            var actual = Schema.Table.Copy(plan);
            Schema.Table.Fill(actual, task);
            context.State = Schema.Table.Complete(plan, actual);
            context.Private[Made] = "true";
        });
        using var limit = new TimeLimit(session.Access.Time, Timeout.InfiniteTimeSpan, context.CancellationToken);
        var result = await journal.RunAsync(
            session.Runner(limit), create, FailureWords.NotRead("scheduled tasks"), context.Diagnostics, context.WhenSaved);

        // It is there: an interruption that came too late is no reason to have Terraform replace it.
        if (result.Stage != OperationStage.Begun)
        {
            result.ThrowIfFailed();
        }

        FirstExecution.Check(plan.FirstExecution, create.Created!, session.Access.Time.GetUtcNow(), context.Diagnostics);
    }

    protected override async Task ReadAsync(ReadContext<ScheduledTaskModel> context)
    {
        var session = current.Session;
        if (!session.Access.IsKnown || context.State is not { } state)
        {
            return;
        }

        session.Journal.Seen(null, state.Id.OrNull());
        ScheduledTask? found = null;
        await FailureTranslator.ReadAsync(
            FailureWords.NotRead("scheduled task"),
            async () => found = await session.ScheduledTaskReads.FindAsync(state.VserverId.Known, state.Id.Known, context.CancellationToken));
        if (found is not { } task)
        {
            context.State = null;
            return;
        }

        ScheduledTaskMapping.Read(state, task);
    }

    protected override Task UpdateAsync(ApplyContext<ScheduledTaskModel> context)
    {
        context.State = context.Plan;
        return Task.CompletedTask;
    }

    protected override async Task DeleteAsync(ApplyContext<ScheduledTaskModel> context)
    {
        using var limit = new TimeLimit(current.Session.Access.Time, Timeout.InfiniteTimeSpan, context.CancellationToken);
        await current.Session.Runner(limit).RunAsync(new ScheduledTaskDeleteOperation(current.Session, context.Prior.VserverId.Known, context.Prior.Id.Known));
    }

    protected override Task ImportAsync(ImportContext<ScheduledTaskModel> context)
    {
        if (OwnedId.Parse(context.Id, Owner.Vserver, "scheduled task", context.Diagnostics) is { } id)
        {
            (context.State.VserverId, context.State.Id) = (id.Owner, id.Id);
        }

        return Task.CompletedTask;
    }
}
