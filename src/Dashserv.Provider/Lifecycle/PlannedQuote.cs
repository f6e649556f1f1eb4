using System.Globalization;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Ordering;
using Dashserv.Provider.Ordering.Matching;
using Dashserv.Provider.Ordering.Placing;
using TerraformPlugin.Authoring;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Lifecycle;

/// <summary>Checks an order against the live form in the plan, and shows there what it will cost.</summary>
internal static class PlannedQuote
{
    public static async Task ShowAsync<TModel>(Session session, PlanContext<TModel> context, OrderArguments arguments)
        where TModel : OrderedModel
    {
        if (!session.Access.ChecksPlans)
        {
            return;
        }

        var desk = new OrderPreparation(session.Catalogue, context.Diagnostics, context.CancellationToken) { WayOut = OrderWords.PlanWithout };
        if (await desk.ResolveAsync(arguments) is not { } request)
        {
            return;
        }

        if (context.Prior is null && session.Journal.Foresee(OrderKey.Of(session, request, OptionResolver.Placeholder), session.JournalAccount) is { } left)
        {
            context.Diagnostics.Add(LostOrderWords.Foreseen(left.SentAt, left.Order, left.IsTold));
        }

        var quote = await desk.QuoteAsync(request, arguments);
        PriceLimit.CheckLimit(context.Plan!.MaxMonthlyPrice, quote, context.Diagnostics);
        var price = quote.MonthlyGross.Known.ToString(CultureInfo.InvariantCulture);
        if (context.Planned is { } earlier && new OrderPrivateState(earlier).PlannedPrice is { } planned && planned != price)
        {
            throw new ProblemException(
                "The price has changed since the plan",
                $"Planned were {planned} EUR per month; the API now asks {price} EUR. Nothing was ordered. Plan again to see the new price.",
                AttributePath.Of("quote"));
        }

        _ = new OrderPrivateState(context.Private) { PlannedPrice = price };
        context.Plan.Quote = quote;
    }
}
