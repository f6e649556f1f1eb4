using Dashserv.Provider.Text;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<Dashserv.Provider.OrderForms.QuoteDataModel>;

namespace Dashserv.Provider.OrderForms;

/// <summary>The data source <c>dashserv_quote</c>: an order that is only priced.</summary>
internal sealed class QuoteDataModel
{
    public Value<string> Product;
    public Value<string> Package;
    public Value<string> Location;
    public Value<string> Period;
    public Value<IReadOnlyDictionary<string, Value<string>>> Options;
    public Value<decimal> MonthlyNet;
    public Value<decimal> MonthlyGross;
    public Value<decimal> HourlyGross;
    public Value<decimal> SetupGross;
    public Value<decimal> DueTodayGross;
    public Value<string> Currency;

    public static ObjectTable<QuoteDataModel> Table { get; } = new(
        Attr.Text("product", m => ref m.Product).Required().Validate(Ids.FindNameProblem).Describe("Name of the order form, such as `vserver:configure`."),
        Attr.Text("package", m => ref m.Package).Optional().Describe("Name of the package, where the product is sold in packages."),
        Attr.Text("location", m => ref m.Location).Optional().Describe("Uuid, display name or country code; needed if there is more than one location."),
        Attr.Text("period", m => ref m.Period).Optional().Describe("Uuid or display name; the form's default where it is left out."),
        Attr.Of("options", Codecs.Map(Codecs.Text), m => ref m.Options).Optional()
            .Describe(
                "Options by the form's own names: key or display text of a choice, a number, or text. What is left out takes its first choice or "
                    + "least number."),
        Attr.Decimal("monthly_net", m => ref m.MonthlyNet).Computed().Describe("EUR per month before tax."),
        Attr.Decimal("monthly_gross", m => ref m.MonthlyGross).Computed().Describe("EUR per month including tax."),
        Attr.Decimal("hourly_gross", m => ref m.HourlyGross).Computed().Describe("EUR per hour including tax."),
        Attr.Decimal("setup_gross", m => ref m.SetupGross).Computed().Describe("EUR once, including tax."),
        Attr.Decimal("due_today_gross", m => ref m.DueTodayGross).Computed()
            .Describe("EUR that are charged at once, including tax: the first period, and the setup."),
        Attr.Text("currency", m => ref m.Currency).Computed().Describe("Always `EUR`."));
}
