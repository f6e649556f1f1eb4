using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<TerraformPlugin.Tests.Corner.CornerLookup>;

namespace TerraformPlugin.Tests.Corner;

/// <summary>What the data source is asked, and what it answers.</summary>
internal sealed class CornerLookup
{
    public Value<string> Id { get; set; }

    public Value<long> Limit { get; set; }

    public Value<string> Name { get; set; }

    public static ObjectTable<CornerLookup> Table { get; } = new(
        Attr.Text("id", m => m.Id, (m, v) => m.Id = v).Required().Describe("The id."),
        Attr.Integer("limit", m => m.Limit, (m, v) => m.Limit = v).Default(5).Describe("Not used."),
        Attr.Text("name", m => m.Name, (m, v) => m.Name = v).Computed().Describe("Its name."));
}
