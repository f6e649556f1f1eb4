using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<Dashserv.Provider.OrderForms.FormLocationModel>;

namespace Dashserv.Provider.OrderForms;

/// <summary>A location of an order form.</summary>
internal sealed class FormLocationModel
{
    public Value<string> Id;
    public Value<string> Name;
    public Value<string> Country;
    public Value<decimal> PriceMultiplier;

    public static ObjectTable<FormLocationModel> Table { get; } = new(
        Attr.Text("id", m => ref m.Id).Computed().Describe("The location's uuid."),
        Attr.Text("name", m => ref m.Name).Computed().Describe("Its display name."),
        Attr.Text("country", m => ref m.Country).Computed().Describe("Its country code."),
        Attr.Decimal("price_multiplier", m => ref m.PriceMultiplier).Computed().Describe("By what prices are multiplied there."));
}
