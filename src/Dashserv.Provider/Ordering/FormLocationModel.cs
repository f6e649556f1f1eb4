using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<Dashserv.Provider.Ordering.FormLocationModel>;

namespace Dashserv.Provider.Ordering;

/// <summary>A location of an order form.</summary>
internal sealed class FormLocationModel
{
    public Value<string> Id { get; set; }

    public Value<string> Name { get; set; }

    public Value<string> Country { get; set; }

    public Value<decimal> PriceMultiplier { get; set; }

    public static ObjectTable<FormLocationModel> Table { get; } = new(
        Attr.Text("id", m => m.Id, (m, v) => m.Id = v).Computed().Describe("The location's uuid."),
        Attr.Text("name", m => m.Name, (m, v) => m.Name = v).Computed().Describe("Its display name."),
        Attr.Text("country", m => m.Country, (m, v) => m.Country = v).Computed().Describe("Its country code."),
        Attr.Decimal("price_multiplier", m => m.PriceMultiplier, (m, v) => m.PriceMultiplier = v).Computed().Describe("By what prices are multiplied there."));
}
