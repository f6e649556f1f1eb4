using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<Dashserv.Provider.ScheduledTasks.ScheduledTaskModel>;

namespace Dashserv.Provider.ScheduledTasks;

/// <summary>A <c>dashserv_scheduled_task</c>.</summary>
internal sealed class ScheduledTaskModel
{
    private static readonly string[] Intervals =
        ["DAILY", "TWODAYS", "THREEDAYS", "WEEKLY", "TWOWEEKS", "MONTHLY", "TWOMONTHS", "THREEMONTHS", "SIXMONTHS", "YEARLY"];

    private static readonly string[] Commands = ["RESTART", "BACKUP", "SHUTDOWN", "START"];

    public Value<string> VserverId { get; set; }

    public Value<string> Interval { get; set; }

    public Value<string> Command { get; set; }

    public Value<string> FirstExecution { get; set; }

    public Value<string> Id { get; set; }

    public Value<string> Status { get; set; }

    public Value<string> CreatedAt { get; set; }

    public static Schema<ScheduledTaskModel> Schema { get; } = new("Something that the API does to a vserver again and again.", new ObjectTable<ScheduledTaskModel>(
        Attr.Text("vserver_id", m => m.VserverId, (m, v) => m.VserverId = v).Required().RequiresReplace().Validate(Rules.NotEmpty())
            .Describe("The vserver's id. A change replaces the task."),
        Attr.Text("interval", m => m.Interval, (m, v) => m.Interval = v).Required().RequiresReplace().Validate(Rules.OneOf(StringComparer.OrdinalIgnoreCase, Intervals))
            .SameWhen((a, b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase))
            .Describe($"How often: {string.Join(", ", Intervals.Select(i => $"`{i}`"))}; letters of either case. A change replaces the task."),
        Attr.Text("command", m => m.Command, (m, v) => m.Command = v).Required().RequiresReplace().Validate(Rules.OneOf(StringComparer.OrdinalIgnoreCase, Commands))
            .SameWhen((a, b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase))
            .Describe($"What: {string.Join(", ", Commands.Select(c => $"`{c}`"))}; letters of either case. A change replaces the task."),
        Attr.Text("first_execution", m => m.FirstExecution, (m, v) => m.FirstExecution = v).Optional().Validate(BerlinTime.FindProblem).SameWhen(BerlinTime.IsSame)
            .Describe("When it is done first, RFC 3339, to the minute; at once where it is left out. The API cannot tell it afterwards. A change replaces the task."),
        Attr.Text("id", m => m.Id, (m, v) => m.Id = v).Computed().Stable().Describe("The task's uuid."),
        Attr.Text("status", m => m.Status, (m, v) => m.Status = v).Computed().Stable().Describe("The API's word in lower case, such as `active`."),
        Attr.Text("created_at", m => m.CreatedAt, (m, v) => m.CreatedAt = v).Computed().Stable().Describe("When it was made, RFC 3339 in UTC.")));
}
