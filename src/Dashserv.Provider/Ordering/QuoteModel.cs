using Dashserv.Api.Models;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<Dashserv.Provider.Ordering.QuoteModel>;

namespace Dashserv.Provider.Ordering;

/// <summary>What an order costs, as the API calculates it before anything is ordered.</summary>
internal sealed class QuoteModel
{
    private const int HoursPerMonth = 720;

    public Value<decimal> MonthlyNet { get; set; }

    public Value<decimal> MonthlyGross { get; set; }

    public Value<decimal> HourlyGross { get; set; }

    public Value<decimal> SetupGross { get; set; }

    public Value<string> Currency { get; set; }

    public static ObjectTable<QuoteModel> Table { get; } = new(
        Attr.Decimal("monthly_net", m => m.MonthlyNet, (m, v) => m.MonthlyNet = v).Computed().Describe("EUR per month before tax."),
        Attr.Decimal("monthly_gross", m => m.MonthlyGross, (m, v) => m.MonthlyGross = v).Computed().Describe("EUR per month including tax."),
        Attr.Decimal("hourly_gross", m => m.HourlyGross, (m, v) => m.HourlyGross = v).Computed().Describe("EUR per hour including tax: what resellers are billed, a 720th of the month."),
        Attr.Decimal("setup_gross", m => m.SetupGross, (m, v) => m.SetupGross = v).Computed().Describe("EUR once, including tax."),
        Attr.Text("currency", m => m.Currency, (m, v) => m.Currency = v).Computed().Describe("Always `EUR`."));

    /// <param name="quote">The API's quote.</param>
    /// <param name="months">How many months its price is for.</param>
    public static QuoteModel Of(Quote quote, decimal months)
    {
        var gross = quote.Price.Gross / months;
        return new QuoteModel
        {
            MonthlyNet = decimal.Round(quote.Price.Net / months, 5),
            MonthlyGross = decimal.Round(gross, 5),
            HourlyGross = Hourly(gross),
            SetupGross = decimal.Round(quote.Setup?.Gross ?? 0, 5),
            Currency = "EUR",
        };
    }

    /// <summary>A month's price by the hour, to the API's five decimals.</summary>
    public static decimal Hourly(decimal monthly) => decimal.Round(monthly / HoursPerMonth, 5);
}
