using Dashserv.Api.Models;
using Dashserv.Provider.Inventory;
using Dashserv.Provider.Text;
using TerraformPlugin.Values;

namespace Dashserv.Provider.ScheduledTasks;

/// <summary>From the API's scheduled task to the model.</summary>
internal static class ScheduledTaskMapping
{
    public static OwnedNoun<ScheduledTask> Noun { get; } = new(
        Owner.Vserver, "scheduled task", "dashserv_scheduled_task", t => t.Uuid, t => t.CreatedAt,
        t => $"{t.Uuid}, {t.Interval} {t.Command}, next {Timestamp.Of(t.NextRunAt)}");

    /// <summary>Brings the arguments that the API can tell up to date, in the user's wording where that still fits.</summary>
    public static void Read(ScheduledTaskModel model, ScheduledTask task)
    {
        ScheduledTaskModel.Schema.Table.Fill(model, task);
        (model.Interval, model.Command) = (Keep(model.Interval, task.Interval), Keep(model.Command, task.Command));
    }

    private static Value<string> Keep(Value<string> stored, string? live) =>
        live is null || string.Equals(live, stored.OrNull(), StringComparison.OrdinalIgnoreCase) ? stored : live;
}
