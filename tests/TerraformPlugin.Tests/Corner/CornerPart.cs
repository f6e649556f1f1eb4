using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<TerraformPlugin.Tests.Corner.CornerPart>;

namespace TerraformPlugin.Tests.Corner;

/// <summary>A nested object with one attribute of each who-sets-it.</summary>
internal sealed class CornerPart
{
    public Value<string> Name;
    public Value<long> Size;
    public Value<string> Serial;

    public static ObjectTable<CornerPart> Table { get; } = new(
        Attr.Text("name", m => ref m.Name).Required().Validate(Validators.NotEmpty()).Describe("A name."),
        Attr.Integer("size", m => ref m.Size).Default(10).Describe("A size."),
        Attr.Text("serial", m => ref m.Serial).Computed().Describe("Given by the cloud."));
}
