using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<TerraformPlugin.Tests.Planning.PlanPart>;

namespace TerraformPlugin.Tests.Planning;

/// <summary>One attribute per rule of a plan.</summary>
internal sealed class PlanPart
{
    public Value<string> Plain;
    public Value<string> Computed;
    public Value<string> Stable;
    public Value<string> Default;
    public Value<string> Forcing;
    public Value<string> Loose;
    public Value<string> Secret;

    public static ObjectTable<PlanPart> Table { get; } = new([.. Common, Attr.Text("secret", m => ref m.Secret).Optional().WriteOnly()]);

    /// <summary>The same without what a set may not hold.</summary>
    public static ObjectTable<PlanPart> SetTable { get; } = new(Common);

    private static Attr[] Common =>
    [
        Attr.Text("plain", m => ref m.Plain).Optional(),
        Attr.Text("computed", m => ref m.Computed).Optional().Computed(),
        Attr.Text("stable", m => ref m.Stable).Computed().UseStateForUnknown(),
        Attr.Text("default", m => ref m.Default).Default("d"),
        Attr.Text("forcing", m => ref m.Forcing).Optional().RequiresReplace(),
        Attr.Text("loose", m => ref m.Loose).Optional()
            .SemanticEquals((a, b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase)),
    ];
}
