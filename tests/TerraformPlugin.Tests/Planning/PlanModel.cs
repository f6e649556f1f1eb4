using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<TerraformPlugin.Tests.Planning.PlanModel>;

namespace TerraformPlugin.Tests.Planning;

/// <summary>An object that holds parts in every way of nesting.</summary>
internal sealed class PlanModel
{
    public Value<string> Text;
    public Value<PlanPart> One;
    public Value<IReadOnlyList<Value<PlanPart>>> Many;
    public Value<IReadOnlyList<Value<PlanPart>>> Bag;
    public Value<IReadOnlyDictionary<string, Value<PlanPart>>> Keyed;

    public static ObjectTable<PlanModel> Table { get; } = new(
        Attr.Text("text", m => ref m.Text).Optional(),
        Attr.Single("one", PlanPart.Table, m => ref m.One).Optional(),
        Attr.NestedList("many", PlanPart.Table, m => ref m.Many).Optional(),
        Attr.NestedSet("bag", PlanPart.SetTable, m => ref m.Bag).Optional(),
        Attr.NestedMap("keyed", PlanPart.Table, m => ref m.Keyed).Optional());
}
