using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<Dashserv.Provider.Ordering.QuoteDataModel>;

namespace Dashserv.Provider.Ordering;

/// <summary>The data source <c>dashserv_quote</c>: an order that is only priced.</summary>
internal sealed class QuoteDataModel
{
    public Value<string> Product { get; set; }

    public Value<string> Package { get; set; }

    public Value<string> Location { get; set; }

    public Value<string> Period { get; set; }

    public Value<IReadOnlyDictionary<string, Value<string>>> Options { get; set; }

    public Value<decimal> MonthlyNet { get; set; }

    public Value<decimal> MonthlyGross { get; set; }

    public Value<decimal> HourlyGross { get; set; }

    public Value<decimal> SetupGross { get; set; }

    public Value<string> Currency { get; set; }

    public static ObjectTable<QuoteDataModel> Table { get; } = new(
        Attr.Text("product", m => m.Product, (m, v) => m.Product = v).Required().Validate(Rules.NotEmpty()).Describe("Name of the order form, such as `vserver:configure`."),
        Attr.Text("package", m => m.Package, (m, v) => m.Package = v).Optional().Describe("Name of the package, where the product is sold in packages."),
        Attr.Text("location", m => m.Location, (m, v) => m.Location = v).Optional().Describe("Uuid, display name or country code; needed if there is more than one location."),
        Attr.Text("period", m => m.Period, (m, v) => m.Period = v).Optional().Describe("Uuid or display name; the form's default where it is left out."),
        Attr.Of("options", Codecs.Map(Codecs.Text), m => m.Options, (m, v) => m.Options = v).Optional()
            .Describe("Options by the form's own names: key or display text of a choice, a number, or text. What is left out takes its first choice or least number."),
        Attr.Decimal("monthly_net", m => m.MonthlyNet, (m, v) => m.MonthlyNet = v).Computed().Describe("EUR per month before tax."),
        Attr.Decimal("monthly_gross", m => m.MonthlyGross, (m, v) => m.MonthlyGross = v).Computed().Describe("EUR per month including tax."),
        Attr.Decimal("hourly_gross", m => m.HourlyGross, (m, v) => m.HourlyGross = v).Computed().Describe("EUR per hour including tax."),
        Attr.Decimal("setup_gross", m => m.SetupGross, (m, v) => m.SetupGross = v).Computed().Describe("EUR once, including tax."),
        Attr.Text("currency", m => m.Currency, (m, v) => m.Currency = v).Computed().Describe("Always `EUR`."));
}
