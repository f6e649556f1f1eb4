using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<TerraformPlugin.Tests.Corner.CornerPart>;

namespace TerraformPlugin.Tests.Corner;

/// <summary>A nested object with one attribute of each who-sets-it.</summary>
internal sealed class CornerPart
{
    public Value<string> Name { get; set; }

    public Value<long> Size { get; set; }

    public Value<string> Serial { get; set; }

    public static ObjectTable<CornerPart> Table { get; } = new(
        Attr.Text("name", m => m.Name, (m, v) => m.Name = v).Required().Validate(Rules.NotEmpty()).Describe("A name."),
        Attr.Integer("size", m => m.Size, (m, v) => m.Size = v).Default(10).Describe("A size."),
        Attr.Text("serial", m => m.Serial, (m, v) => m.Serial = v).Computed().Describe("Given by the cloud."));
}
