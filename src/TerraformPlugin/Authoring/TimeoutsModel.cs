using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<TerraformPlugin.Authoring.TimeoutsModel>;

namespace TerraformPlugin.Authoring;

/// <summary>How long each operation may take: <c>timeouts = { create = "30m" }</c>.</summary>
public sealed class TimeoutsModel
{
    public Value<string> Create;
    public Value<string> Read;
    public Value<string> Update;
    public Value<string> Delete;

    public static ObjectTable<TimeoutsModel> Table { get; } = new(
        Attr.Text("create", m => ref m.Create).Optional().Validate(Validators.Duration()).Describe("How long a create may take."),
        Attr.Text("read", m => ref m.Read).Optional().Validate(Validators.Duration()).Describe("How long a refresh may take."),
        Attr.Text("update", m => ref m.Update).Optional().Validate(Validators.Duration()).Describe("How long an update may take."),
        Attr.Text("delete", m => ref m.Delete).Optional().Validate(Validators.Duration()).Describe("How long a delete may take."));

    /// <summary>One of the timeouts, or the given default where the user set none.</summary>
    public static TimeSpan Or(Value<TimeoutsModel> timeouts, Func<TimeoutsModel, Value<string>> which, TimeSpan byDefault) =>
        timeouts.IsKnown && which(timeouts.Known) is { IsKnown: true } text && GoDuration.TryParse(text.Known, out var duration) ? duration : byDefault;
}
