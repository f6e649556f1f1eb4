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
    /// <param name="session">The configured provider.</param>
    /// <param name="context">The plan.</param>
    /// <param name="arguments">What would be ordered.</param>
    /// <param name="noun">What is to be made; null where a change of what exists is only priced.</param>
    public static async Task ShowAsync<TModel>(Session session, PlanContext<TModel> context, OrderArguments arguments, OrderedNoun<TModel>? noun = null)
        where TModel : OrderedModel, new()
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

        if (noun is not null)
        {
            await LookForEarlierAsync(session, context, noun, request);
        }

        var quote = await desk.QuoteAsync(request, arguments);
        var plan = context.Plan!;
        PriceLimit.CheckLimits(plan.MaxMonthlyPrice, plan.MaxDueToday, quote, context.Diagnostics);
        var price = PriceLimit.Describe(quote);
        if (context.Planned is { } earlier && new OrderPrivateState(earlier).PlannedPrice is { } planned && planned != price)
        {
            throw new ProblemException(
                "The price has changed since the plan",
                $"Planned were {planned}; the API now asks {price}. Nothing was ordered. Plan again to see the new price.",
                AttributePath.Of("quote"));
        }

        _ = new OrderPrivateState(context.Private) { PlannedPrice = price };
        plan.Quote = quote;
    }

    // What may be there already: an order of a killed run, which is taken up, or else a server of the same name.
    private static async Task LookForEarlierAsync<TModel>(Session session, PlanContext<TModel> context, OrderedNoun<TModel> noun, OrderRequest request)
        where TModel : OrderedModel, new()
    {
        if (session.Journal.Foresee(OrderKey.Of(session, request, OptionResolver.Placeholder), session.JournalAccount) is { } left)
        {
            context.Diagnostics.Add(LostOrderWords.Foreseen(left.SentAt, left.Order, left.IsTold));
        }
        else
        {
            await new Namesakes<TModel>(session, noun).PlanAsync(context, request.Location);
        }
    }
}
