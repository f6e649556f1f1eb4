using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<Dashserv.Provider.Ordering.FormPackageModel>;

namespace Dashserv.Provider.Ordering;

/// <summary>A package of an order form.</summary>
internal sealed class FormPackageModel
{
    public Value<string> Name { get; set; }

    public Value<decimal> Cost { get; set; }

    public Value<IReadOnlyDictionary<string, Value<string>>> Content { get; set; }

    public static ObjectTable<FormPackageModel> Table { get; } = new(
        Attr.Text("name", m => m.Name, (m, v) => m.Name = v).Computed().Describe("What an order says."),
        Attr.Decimal("cost", m => m.Cost, (m, v) => m.Cost = v).Computed().Describe("The form's price per month; the data source `dashserv_quote` says what is billed."),
        Attr.Of("content", Codecs.Map(Codecs.Text), m => m.Content, (m, v) => m.Content = v).Computed().Describe("What is in it."));
}
