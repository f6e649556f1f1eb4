using Dashserv.Api.Models;
using Dashserv.Provider.Text;
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

    public Value<string> VserverId;
    public Value<string> Interval;
    public Value<string> Command;
    public Value<string> FirstExecution;
    public Value<string> Id;
    public Value<string> Status;
    public Value<string> CreatedAt;

    public static Schema<ScheduledTaskModel> Schema { get; } =
        new("Something that the API does to a vserver again and again.", new ObjectTable<ScheduledTaskModel>(
        Attr.Text("vserver_id", m => ref m.VserverId).Required().RequiresReplace().Validate(Ids.FindProblem)
            .Describe("The vserver's id. A change replaces the task."),
        Attr.Text("interval", m => ref m.Interval).Required().RequiresReplace().Validate(Validators.OneOf(StringComparer.OrdinalIgnoreCase, Intervals))
            .SemanticEquals((a, b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase))
            .Describe($"How often: {string.Join(", ", Intervals.Select(i => $"`{i}`"))}; letters of either case. A change replaces the task."),
        Attr.Text("command", m => ref m.Command).Required().RequiresReplace().Validate(Validators.OneOf(StringComparer.OrdinalIgnoreCase, Commands))
            .SemanticEquals((a, b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase))
            .Describe($"What: {string.Join(", ", Commands.Select(c => $"`{c}`"))}; letters of either case. A change replaces the task."),
        Attr.Text("first_execution", m => ref m.FirstExecution).Optional().Validate(BerlinTime.FindProblem).SemanticEquals(BerlinTime.IsSame)
            .Describe(
                "When it is done first, RFC 3339, to the minute; at once where it is left out. The API cannot tell it afterwards. A change replaces the task."),
        Attr.Text("id", m => ref m.Id).Computed().UseStateForUnknown().From((ScheduledTask t) => t.Uuid).Describe("The task's uuid."),
        Attr.Text("status", m => ref m.Status).Computed().UseStateForUnknown().From((ScheduledTask t) => t.Status?.ToLowerInvariant())
            .Describe("The API's word in lower case, such as `active`."),
        Attr.Text("created_at", m => ref m.CreatedAt).Computed().UseStateForUnknown().From((ScheduledTask t) => Timestamp.Of(t.CreatedAt))
            .Describe("When it was made, RFC 3339 in UTC.")));
}
