using System.Globalization;
using Dashserv.Api.Models;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Ordering.Matching;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Ordering;

/// <summary>Holds a quote against what the user is willing to pay, and against what was planned.</summary>
internal static class PriceLimit
{
    /// <summary>A quote that cannot be right: nothing is ordered for it, whatever the limits.</summary>
    public static void Refuse(Quote quote, OrderArguments arguments)
    {
        var isNegative = new[] { quote.Price, quote.Setup, quote.TodayPrice }.Any(m => m is { Gross: < 0 } or { Net: < 0 });
        if (isNegative || (quote.Currency is { } currency && currency.ToUpperInvariant() is not ("EUR" or "€" or "EURO")))
        {
            throw new ProblemException(
                "The quote cannot be right",
                $"The API quotes {arguments.Product} with {(isNegative ? "a negative price" : $"a price in {quote.Currency}, and not in EUR")}. "
                    + $"{OrderWords.Money} Ask dashserv's support.",
                AttributePath.Of(arguments.ProductAttribute));
        }
    }

    /// <summary>Holds a quote against both limits.</summary>
    /// <param name="monthly">EUR per month, gross.</param>
    /// <param name="dueToday">EUR at once, gross.</param>
    /// <param name="quote">What it costs.</param>
    /// <param name="diagnostics">Where it goes if that is more.</param>
    public static void CheckLimits(Value<TfNumber> monthly, Value<TfNumber> dueToday, QuoteModel quote, Diagnostics diagnostics)
    {
        Check(monthly, quote.MonthlyGross, "max_monthly_price", "per month including tax", diagnostics);
        Check(dueToday, quote.DueTodayGross, "max_due_today", "at once (the first period, and the setup) including tax", diagnostics);
    }

    private static void Check(Value<TfNumber> limit, Value<decimal> price, string attribute, string what, Diagnostics diagnostics)
    {
        if (limit.IsKnown && price.IsKnown && (TfNumber)price.Known > limit.Known)
        {
            diagnostics.Error(
                attribute,
                "Too expensive",
                $"The quote is {Euro(price.Known)} {what}, over the limit of {Euro(limit.Known)}. Order less, or raise {attribute}. Nothing was ordered.");
        }
    }

    /// <summary>A limit that cannot be held against anything is not taken for kept.</summary>
    public static void RefuseUnknown(Value<TfNumber> limit, Diagnostics diagnostics)
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
            && (gross.Known != live.MonthlyGross.Known || planned.Known.SetupGross != live.SetupGross || IsDueChanged(planned.Known, live)))
        {
            diagnostics.Error(
                "quote",
                "The price has changed since the plan",
                $"Planned were {Describe(planned.Known)}; the API now asks {Describe(live)}. Nothing was ordered. Plan again to see the new price.");
        }
    }

    /// <summary>A quote in words, by which two are compared.</summary>
    public static string Describe(QuoteModel quote) =>
        $"{Euro(quote.MonthlyGross.Or(0))} per month and {Euro(quote.SetupGross.Or(0))} once"
            + (quote.DueTodayGross.IsKnown ? $", {Euro(quote.DueTodayGross.Known)} of it at once" : "");

    private static bool IsDueChanged(QuoteModel planned, QuoteModel live) =>
        planned.DueTodayGross.IsKnown && live.DueTodayGross.IsKnown && planned.DueTodayGross.Known != live.DueTodayGross.Known;

    // It may have more digits than anybody reads: 100 / 3.
    private static string Euro(TfNumber limit) =>
        decimal.TryParse(limit.ToString(), CultureInfo.InvariantCulture, out var rounded) ? Euro(rounded) : $"{limit} EUR";

    public static string Euro(decimal amount) => $"{amount.ToString("0.00###", CultureInfo.InvariantCulture)} EUR";
}
