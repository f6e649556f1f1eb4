using Dashserv.Api.Models;

namespace Dashserv.Provider.Ordering;

/// <summary>What a product is billed, whether by the month or by the hour.</summary>
internal static class Prices
{
    /// <summary>EUR per month, gross.</summary>
    public static decimal? Monthly(Payment? payment) =>
        payment?.Hourly?.MonthlyPrice
            ?? (payment is { Price: { } price, PeriodMonths: > 1 and var months } ? decimal.Round(price / months, 5) : payment?.Price);

    /// <summary>EUR per hour, gross.</summary>
    public static decimal? Hourly(Payment? payment) =>
        payment?.Hourly?.HourlyPrice ?? (Monthly(payment) is { } monthly ? QuoteModel.Hourly(monthly) : null);
}
