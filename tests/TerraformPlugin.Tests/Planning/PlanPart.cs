using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<TerraformPlugin.Tests.Planning.PlanPart>;

namespace TerraformPlugin.Tests.Planning;

/// <summary>One attribute per rule of a plan.</summary>
internal sealed class PlanPart
{
    public Value<string> Plain { get; set; }

    public Value<string> Computed { get; set; }

    public Value<string> Stable { get; set; }

    public Value<string> Default { get; set; }

    public Value<string> Forcing { get; set; }

    public Value<string> Loose { get; set; }

    public Value<string> Secret { get; set; }

    public static ObjectTable<PlanPart> Table { get; } = new([.. Common, Attr.Text("secret", m => m.Secret, (m, v) => m.Secret = v).Optional().WriteOnly()]);

    /// <summary>The same without what a set may not hold.</summary>
    public static ObjectTable<PlanPart> SetTable { get; } = new(Common);

    private static Attr[] Common =>
    [
        Attr.Text("plain", m => m.Plain, (m, v) => m.Plain = v).Optional(),
        Attr.Text("computed", m => m.Computed, (m, v) => m.Computed = v).Optional().Computed(),
        Attr.Text("stable", m => m.Stable, (m, v) => m.Stable = v).Computed().Stable(),
        Attr.Text("default", m => m.Default, (m, v) => m.Default = v).Default("d"),
        Attr.Text("forcing", m => m.Forcing, (m, v) => m.Forcing = v).Optional().RequiresReplace(),
        Attr.Text("loose", m => m.Loose, (m, v) => m.Loose = v).Optional()
            .SameWhen((a, b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase)),
    ];
}
