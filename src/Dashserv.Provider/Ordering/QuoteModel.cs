using Dashserv.Api.Models;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<Dashserv.Provider.Ordering.QuoteModel>;

namespace Dashserv.Provider.Ordering;

/// <summary>What an order costs, as the API calculates it before anything is ordered.</summary>
internal sealed class QuoteModel
{
    private const int HoursPerMonth = 720;

    public Value<decimal> MonthlyNet;
    public Value<decimal> MonthlyGross;
    public Value<decimal> HourlyGross;
    public Value<decimal> SetupGross;
    public Value<decimal> DueTodayGross;
    public Value<string> Currency;

    public static ObjectTable<QuoteModel> Table { get; } = new(
        Attr.Decimal("monthly_net", m => ref m.MonthlyNet).Computed().Describe("EUR per month before tax."),
        Attr.Decimal("monthly_gross", m => ref m.MonthlyGross).Computed().Describe("EUR per month including tax."),
        Attr.Decimal("hourly_gross", m => ref m.HourlyGross).Computed()
            .Describe("EUR per hour including tax: what resellers are billed, a 720th of the month."),
        Attr.Decimal("setup_gross", m => ref m.SetupGross).Computed().Describe("EUR once, including tax."),
        Attr.Decimal("due_today_gross", m => ref m.DueTodayGross).Computed()
            .Describe("EUR that are charged at once, including tax: the first period, and the setup. Null for a resize, of which the API does not tell it."),
        Attr.Text("currency", m => ref m.Currency).Computed().Describe("Always `EUR`."));

    /// <param name="quote">The API's quote.</param>
    /// <param name="months">How many months its price is for.</param>
    /// <param name="periodMonths">How many months are paid at once.</param>
    public static QuoteModel Of(Quote quote, decimal months, decimal periodMonths)
    {
        var gross = quote.Price.Gross / months;
        return new QuoteModel
        {
            MonthlyNet = decimal.Round(quote.Price.Net / months, 5),
            MonthlyGross = decimal.Round(gross, 5),
            HourlyGross = Hourly(gross),
            SetupGross = decimal.Round(quote.Setup?.Gross ?? 0, 5),
            DueTodayGross = decimal.Round(quote.TodayPrice?.Gross ?? ((gross * periodMonths) + (quote.Setup?.Gross ?? 0)), 5),
            Currency = "EUR",
        };
    }

    /// <summary>A month's price by the hour, to the API's five decimals.</summary>
    public static decimal Hourly(decimal monthly) => decimal.Round(monthly / HoursPerMonth, 5);
}
