using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<TerraformPlugin.Tests.Corner.BrokenModel>;

namespace TerraformPlugin.Tests.Corner;

/// <summary>The model of a resource that breaks the rules.</summary>
internal sealed class BrokenModel
{
    public Value<string> Id { get; set; }

    public Value<string> Name { get; set; }

    public Value<string> Secret { get; set; }

    public Value<IReadOnlyList<Value<CornerPart>>> Parts { get; set; }

    public static ObjectTable<BrokenModel> Table { get; } = new(
        Attr.Text("id", m => m.Id, (m, v) => m.Id = v).Computed().Describe("The id."),
        Attr.Text("name", m => m.Name, (m, v) => m.Name = v).Optional().Describe("A name."),
        Attr.Text("secret", m => m.Secret, (m, v) => m.Secret = v).Optional().WriteOnly().Describe("Never in state."),
        Attr.NestedList("parts", CornerPart.Table, m => m.Parts, (m, v) => m.Parts = v).Optional().Describe("Parts."));
}
