using Dashserv.Api;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Ordering;
using TerraformPlugin.Authoring;

namespace Dashserv.Provider.Lifecycle;

/// <summary>Looks, in a refresh, what became of an order that was not delivered when the last apply ended.</summary>
internal static class PendingOrder
{
    /// <summary>Why an order that is not delivered cannot be destroyed, and what can be done.</summary>
    public static string CannotBeCancelled(IOrderedModel state) =>
        $"The order {state.OrderId} is not delivered yet (last seen: {state.Status.Or("unknown")}), and the API has no way to cancel an order: only what it delivers can be terminated. "
        + "It stays in the state, and may cost money. Destroy again later, allow more time with timeouts, or have dashserv's support cancel it.";

    /// <summary>The API says that there is no such order.</summary>
    public static ProblemException Unknown(string orderId, ApiException failure) => new(
        "An order is unknown to the API",
        $"The API does not know the order {orderId} (any more), so it cannot be told whether anything came of it. Look into dashserv's customer panel. "
        + "If there is a product, note its uuid, remove this resource from the state with \"terraform state rm\", and import it; if not, only remove it.",
        inner: failure);

    /// <returns>Whether there is a product now; its id is then in the state.</returns>
    public static async Task<bool> LookAsync<TModel>(
        Session session, OrderedKind<TModel> kind, ReadContext<TModel> context, TModel state, CancellationToken cancellation)
        where TModel : class, IOrderedModel, new()
    {
        if (!state.OrderId.IsKnown)
        {
            return false;
        }

        var outcome = await LookAsync(session, state.OrderId.Known, cancellation);
        state.Status = outcome.Status;
        if (outcome.IsPending)
        {
            return false;
        }

        if (outcome.ProductId is { } product && (outcome.IsDelivered || await kind.ExistsAsync(session, state, product, cancellation)))
        {
            state.Id = product;
            return true;
        }

        context.Diagnostics.Warning(
            "The order came to nothing",
            $"dashserv ended the order {state.OrderId} with the status \"{outcome.Status}\"{(outcome.Reason is { Length: > 0 } r ? $": {Sentence.Of(r)}" : ".")} "
            + $"There is no {kind.Noun}, so it is dropped from the state; the next apply orders anew.");
        context.State = null;
        return false;
    }

    private static async Task<OrderOutcome> LookAsync(Session session, string orderId, CancellationToken cancellation)
    {
        try
        {
            return await session.Orders.LookAsync(orderId, cancellation);
        }
        catch (ApiException e) when (e.Kind == ApiErrorKind.Gone)
        {
            throw Unknown(orderId, e);
        }
    }
}
