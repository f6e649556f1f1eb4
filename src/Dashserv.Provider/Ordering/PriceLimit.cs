using System.Globalization;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Ordering;

/// <summary>Holds a quote against what the user is willing to pay, and against what was planned.</summary>
internal static class PriceLimit
{
    public static void CheckLimit(Value<decimal> limit, QuoteModel quote, Diagnostics diagnostics)
    {
        if (limit.IsKnown && quote.MonthlyGross.Known > limit.Known)
        {
            diagnostics.Error(
                "max_monthly_price",
                "Too expensive",
                $"The quote is {Euro(quote.MonthlyGross.Known)} per month including tax, over the limit of {Euro(limit.Known)}. Order less, or raise "
                    + "max_monthly_price. Nothing was ordered.");
        }
    }

    /// <summary>A limit that cannot be held against anything is not taken for kept.</summary>
    public static void RefuseUnknown(Value<decimal> limit, Diagnostics diagnostics)
    {
        if (limit.IsKnown && !diagnostics.HasErrors)
        {
            diagnostics.Error(
                "max_monthly_price",
                "The limit cannot be checked",
                $"What the change would cost cannot be quoted, and so not held against the limit of {Euro(limit.Known)}. Nothing was changed. To change it at "
                    + "whatever price, leave max_monthly_price out.");
        }
    }

    public static void CheckPlanned(Value<QuoteModel> planned, QuoteModel live, Diagnostics diagnostics)
    {
        if (planned.IsKnown && planned.Known is { MonthlyGross: { IsKnown: true } gross }
            && (gross.Known != live.MonthlyGross.Known || planned.Known.SetupGross != live.SetupGross))
        {
            diagnostics.Error(
                "quote",
                "The price has changed since the plan",
                $"Planned were {Euro(gross.Known)} per month and {Euro(planned.Known.SetupGross.Or(0))} once; the API now asks "
                + $"{Euro(live.MonthlyGross.Known)} per month and {Euro(live.SetupGross.Known)} once. Nothing was ordered. Plan again to see the new price.");
        }
    }

    public static string Euro(decimal amount) => $"{amount.ToString("0.00###", CultureInfo.InvariantCulture)} EUR";
}
