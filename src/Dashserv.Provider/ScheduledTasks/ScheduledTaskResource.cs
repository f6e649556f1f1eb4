using Dashserv.Api;
using Dashserv.Api.Models;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Inventory;
using Dashserv.Provider.Text;
using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;

namespace Dashserv.Provider.ScheduledTasks;

/// <summary><c>dashserv_scheduled_task</c>: created one at a time per vserver, as the API does not say which one it has created.</summary>
internal sealed class ScheduledTaskResource(CurrentSession current) : Resource<ScheduledTaskModel>
{
    /// <summary>The note of a task that was made here, so that its first execution is known where none was asked for.</summary>
    private const string Made = "made";

    private static readonly OwnedNoun<ScheduledTask> TaskKind = new(
        "scheduled task", "dashserv_scheduled_task", t => t.Uuid, t => $"{t.Uuid}, {t.Interval} {t.Command}, next {Timestamp.Of(t.NextRunAt)}");

    public override Schema<ScheduledTaskModel> Schema => ScheduledTaskModel.Schema;

    protected override Task PlanAsync(PlanContext<ScheduledTaskModel> context)
    {
        // Null after an import, as it cannot be read back: then the configuration's word is taken for it.
        if (context is { Plan: { } plan, Prior: { } prior } && !plan.FirstExecution.Equals(prior.FirstExecution) && (prior.FirstExecution.IsKnown || context.Private[Made] is not null))
        {
            context.RequireReplace("first_execution");
        }

        if (context is { Prior: null, Plan.FirstExecution: { IsKnown: true, Known: var first } } && BerlinTime.Read(first) < current.Session.Time.GetUtcNow())
        {
            context.Diagnostics.Warning(
                "first_execution",
                "The first execution is in the past",
                $"{first} is over. What the API makes of that is not documented: most likely it does {context.Plan.Command} at once. Set a time to come, or leave first_execution out if at once is meant.");
        }

        return Task.CompletedTask;
    }

    protected override async Task CreateAsync(ApplyContext<ScheduledTaskModel> context)
    {
        var (session, plan, vserver) = (current.Session, context.Plan, context.Plan.VserverId.Known);
        try
        {
            var task = await session.VserverLocks.RunAsync($"{vserver}/tasks", () => MakeAsync(session, plan, vserver, context.CancellationToken), context.CancellationToken);
            var actual = ScheduledTaskModel.Schema.Table.Copy(plan);
            Fill(actual, task);
            context.State = ScheduledTaskModel.Schema.Table.Complete(plan, actual);
            context.Private[Made] = "true";
            FirstExecution.Check(plan.FirstExecution, task, session.Time.GetUtcNow(), context.Diagnostics);
        }
        catch (ApiException e)
        {
            throw CallFailure.Explain(
                e, "The scheduled task was not made", $"The vserver {vserver} has no new task.", ("interval", "interval"), ("command", "command"), ("nextexecution", "first_execution"));
        }
    }

    protected override async Task ReadAsync(ReadContext<ScheduledTaskModel> context)
    {
        var session = current.Session;
        if (!session.IsKnown || context.State is not { } state)
        {
            return;
        }

        ScheduledTask? found = null;
        await FailedDeed.TellAsync(
            "read the scheduled task", async () => found = await session.ScheduledTasks.FindAsync(state.VserverId.Known, state.Id.Known, context.CancellationToken), FailedDeed.Kept);
        if (found is not { } task)
        {
            context.State = null;
            return;
        }

        Fill(state, task);
        state.Interval = task.Interval is { } interval && !IsSame(interval, state.Interval) ? interval : state.Interval;
        state.Command = task.Command is { } command && !IsSame(command, state.Command) ? command : state.Command;
    }

    protected override Task UpdateAsync(ApplyContext<ScheduledTaskModel> context)
    {
        context.State = context.Plan;
        return Task.CompletedTask;
    }

    protected override async Task DeleteAsync(ApplyContext<ScheduledTaskModel> context)
    {
        var session = current.Session;
        var (vserver, id) = (context.Prior.VserverId.Known, context.Prior.Id.Known);
        try
        {
            await session.ScheduledTasks.DeleteAsync(
                vserver, id, () => session.Client.ScheduledTasks.DeleteAsync(vserver, id, context.CancellationToken), context.CancellationToken);
        }
        catch (ApiException e)
        {
            throw CallFailure.Explain(e, "The scheduled task was not deleted", $"The task {id} of the vserver {vserver} is still in the state, and may still be carried out.");
        }
    }

    protected override Task ImportAsync(ImportContext<ScheduledTaskModel> context)
    {
        if (OwnedId.Parse(context.Id, "scheduled task", context.Diagnostics) is { } id)
        {
            (context.State.VserverId, context.State.Id) = (id.Vserver, id.Id);
        }

        return Task.CompletedTask;
    }

    private static Task<ScheduledTask> MakeAsync(Session session, ScheduledTaskModel plan, string vserver, CancellationToken cancellationToken) =>
        new NewEntry<ScheduledTask>(session, TaskKind, session.ScheduledTasks, vserver).CreateAsync(
            t => IsSame(t.Interval, plan.Interval) && IsSame(t.Command, plan.Command),
            stop => session.Client.ScheduledTasks.CreateAsync(
                vserver, plan.Interval.Known.ToUpperInvariant(), plan.Command.Known.ToUpperInvariant(), plan.FirstExecution.Select(BerlinTime.ToApi).OrNull(), stop),
            cancellationToken);

    private static bool IsSame(string? live, Value<string> wanted) => string.Equals(live, wanted.OrNull(), StringComparison.OrdinalIgnoreCase);

    private static void Fill(ScheduledTaskModel model, ScheduledTask task)
    {
        model.Id = task.Uuid;
        model.Status = Value.OfNullable(task.Status?.ToLowerInvariant());
        model.CreatedAt = Timestamp.Of(task.CreatedAt);
    }
}
