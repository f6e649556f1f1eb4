using Dashserv.Api.Models;

namespace Dashserv.Provider.Ordering.Matching;

/// <summary>
/// How many months a quoted price is for. The reference leaves open whether the price of a longer period is that of all
/// of it, so the same order by the month is the yardstick.
/// </summary>
internal static class MonthlyShare
{
    /// <summary>The same order by the month; null where a month is quoted anyway, or the form knows none.</summary>
    public static OrderRequest? Yardstick(OrderRequest request, OrderForm form)
    {
        if (request.Period is not { PriceMultiplier: > 1 } chosen || form.Periods.FirstOrDefault(p => p.PriceMultiplier == 1) is not { } month)
        {
            return null;
        }

        return request with
        {
            Fields = [.. request.Fields.Select(f => f.Key == OrderResolver.PeriodField ? f with { Value = month.Uuid } : f)],
            PriceKey = request.PriceKey.Replace(
                OrderFields.PriceOf(OrderResolver.PeriodField, chosen.Uuid), OrderFields.PriceOf(OrderResolver.PeriodField, month.Uuid),
                StringComparison.Ordinal),
            Period = month,
        };
    }

    /// <param name="quoted">Gross, of the chosen period.</param>
    /// <param name="byTheMonth">Gross, of the same order by the month.</param>
    /// <param name="months">The chosen period's months.</param>
    public static decimal MonthsIn(decimal quoted, decimal byTheMonth, decimal months) =>
        Math.Abs((quoted / months) - byTheMonth) < Math.Abs(quoted - byTheMonth) ? months : 1;
}
