using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<Dashserv.Provider.OrderForms.FormPackageModel>;

namespace Dashserv.Provider.OrderForms;

/// <summary>A package of an order form.</summary>
internal sealed class FormPackageModel
{
    public Value<string> Name;
    public Value<decimal> Cost;
    public Value<IReadOnlyDictionary<string, Value<string>>> Content;

    public static ObjectTable<FormPackageModel> Table { get; } = new(
        Attr.Text("name", m => ref m.Name).Computed().Describe("What an order says."),
        Attr.Decimal("cost", m => ref m.Cost).Computed().Describe("The form's price per month; the data source `dashserv_quote` says what is billed."),
        Attr.Of("content", Codecs.Map(Codecs.Text), m => ref m.Content).Computed().Describe("What is in it."));
}
