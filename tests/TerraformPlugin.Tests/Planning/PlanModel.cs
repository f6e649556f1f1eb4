using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<TerraformPlugin.Tests.Planning.PlanModel>;

namespace TerraformPlugin.Tests.Planning;

/// <summary>An object that holds parts in every way of nesting.</summary>
internal sealed class PlanModel
{
    public Value<string> Text { get; set; }

    public Value<PlanPart> One { get; set; }

    public Value<IReadOnlyList<Value<PlanPart>>> Many { get; set; }

    public Value<IReadOnlyList<Value<PlanPart>>> Bag { get; set; }

    public Value<IReadOnlyDictionary<string, Value<PlanPart>>> Keyed { get; set; }

    public static ObjectTable<PlanModel> Table { get; } = new(
        Attr.Text("text", m => m.Text, (m, v) => m.Text = v).Optional(),
        Attr.Single("one", PlanPart.Table, m => m.One, (m, v) => m.One = v).Optional(),
        Attr.NestedList("many", PlanPart.Table, m => m.Many, (m, v) => m.Many = v).Optional(),
        Attr.NestedSet("bag", PlanPart.SetTable, m => m.Bag, (m, v) => m.Bag = v).Optional(),
        Attr.NestedMap("keyed", PlanPart.Table, m => m.Keyed, (m, v) => m.Keyed = v).Optional());
}
