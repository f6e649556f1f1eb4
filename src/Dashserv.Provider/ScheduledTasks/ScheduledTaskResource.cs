using Dashserv.Api;
using Dashserv.Api.Models;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Inventory;
using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;

namespace Dashserv.Provider.ScheduledTasks;

/// <summary><c>dashserv_scheduled_task</c>: created one at a time per vserver, as the API does not say which one it has created.</summary>
internal sealed class ScheduledTaskResource(CurrentSession current) : Resource<ScheduledTaskModel>
{
    public override Schema<ScheduledTaskModel> Schema => ScheduledTaskModel.Schema;

    protected override Task PlanAsync(PlanContext<ScheduledTaskModel> context)
    {
        // Null after an import, as it cannot be read back: then the configuration's word is taken for it.
        if (context is { Plan: { } plan, Prior: { FirstExecution.IsNull: false } prior } && !plan.FirstExecution.Equals(prior.FirstExecution))
        {
            context.RequireReplace("first_execution");
        }

        return Task.CompletedTask;
    }

    protected override async Task CreateAsync(ApplyContext<ScheduledTaskModel> context)
    {
        var session = current.Session;
        var plan = context.Plan;
        var vserver = plan.VserverId.Known;
        var first = plan.FirstExecution.Select(BerlinTime.ToApi).OrNull();
        var task = await session.VserverLocks.RunAsync(
            $"{vserver}/tasks",
            () => new NewEntry<ScheduledTask>(session, "scheduled task", t => t.Uuid, stop => session.ScheduledTasks.ListFreshAsync(vserver, stop)).CreateAsync(
                t => IsSame(t.Interval, plan.Interval) && IsSame(t.Command, plan.Command),
                stop => session.Client.ScheduledTasks.CreateAsync(vserver, plan.Interval.Known, plan.Command.Known, first, stop),
                context.Cancellation),
            context.Cancellation);
        session.ScheduledTasks.Touch(vserver, task.Uuid);
        var actual = ScheduledTaskModel.Schema.Table.Copy(plan);
        Fill(actual, task);
        context.State = ScheduledTaskModel.Schema.Table.Complete(plan, actual);
    }

    protected override async Task ReadAsync(ReadContext<ScheduledTaskModel> context)
    {
        var session = current.Session;
        if (!session.IsKnown || context.State is not { } state)
        {
            return;
        }

        if (await session.ScheduledTasks.FindAsync(state.VserverId.Known, state.Id.Known, context.Cancellation) is not { } task)
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
        session.ScheduledTasks.Touch(vserver, id);
        try
        {
            await session.Client.ScheduledTasks.DeleteAsync(vserver, id, context.Cancellation);
        }
        catch (ApiException e) when (e.Kind == ApiErrorKind.Gone)
        {
            // The task, or its whole vserver, is gone already.
        }

        session.ScheduledTasks.Touch(vserver, id);
    }

    protected override Task ImportAsync(ImportContext<ScheduledTaskModel> context)
    {
        if (OwnedId.Parse(context.Id, "scheduled task", context.Diagnostics) is { } id)
        {
            (context.State.VserverId, context.State.Id) = (id.Vserver, id.Id);
        }

        return Task.CompletedTask;
    }

    private static bool IsSame(string? live, Value<string> wanted) => string.Equals(live, wanted.OrNull(), StringComparison.OrdinalIgnoreCase);

    private static void Fill(ScheduledTaskModel model, ScheduledTask task)
    {
        model.Id = task.Uuid;
        model.Status = Value.OfNullable(task.Status?.ToLowerInvariant());
        model.CreatedAt = Timestamp.Of(task.CreatedAt);
    }
}
