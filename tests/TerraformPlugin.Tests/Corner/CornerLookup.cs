using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<TerraformPlugin.Tests.Corner.CornerLookup>;

namespace TerraformPlugin.Tests.Corner;

/// <summary>What the data source is asked, and what it answers.</summary>
internal sealed class CornerLookup
{
    public Value<string> Id;
    public Value<long> Limit;
    public Value<string> Name;

    public static ObjectTable<CornerLookup> Table { get; } = new(
        Attr.Text("id", m => ref m.Id).Required().Describe("The id."),
        Attr.Integer("limit", m => ref m.Limit).Default(5).Describe("Not used."),
        Attr.Text("name", m => ref m.Name).Computed().Describe("Its name."));
}
