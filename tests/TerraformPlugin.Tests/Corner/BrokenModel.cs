using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<TerraformPlugin.Tests.Corner.BrokenModel>;

namespace TerraformPlugin.Tests.Corner;

/// <summary>The model of a resource that breaks the rules.</summary>
internal sealed class BrokenModel
{
    public Value<string> Id;
    public Value<string> Name;
    public Value<string> Secret;
    public Value<IReadOnlyList<Value<CornerPart>>> Parts;

    public static ObjectTable<BrokenModel> Table { get; } = new(
        Attr.Text("id", m => ref m.Id).Computed().Describe("The id."),
        Attr.Text("name", m => ref m.Name).Optional().Describe("A name."),
        Attr.Text("secret", m => ref m.Secret).Optional().WriteOnly().Describe("Never in state."),
        Attr.NestedList("parts", CornerPart.Table, m => ref m.Parts).Optional().Describe("Parts."));
}
