using System.Globalization;
using Dashserv.Api;
using Dashserv.Api.Polling;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Ordering.Placing;
using Dashserv.Provider.Text;
using TerraformPlugin.Authoring;

namespace Dashserv.Provider.Lifecycle;

/// <summary>What became, or becomes, of an order that was not delivered when the last apply ended.</summary>
internal static class PendingOrder
{
    /// <summary>How long after its order was seen to be delivered a product may be unknown to the API, and is not believed gone.</summary>
    private static readonly TimeSpan Lag = TimeSpan.FromMinutes(1);

    /// <summary>The note of when that was first seen in a refresh.</summary>
    private const string DeliveredKey = "delivered";

    /// <summary>Whether there is an order, and no product yet.</summary>
    public static bool Is(OrderedModel state) => state is { Id.IsNull: true, OrderId.IsKnown: true };

    /// <summary>Why an order that is not delivered cannot be destroyed, and what can be done.</summary>
    public static string CannotBeCancelled(OrderedModel state) =>
        $"The order {state.OrderId} is not delivered yet (last seen: {state.Status.Or("unknown")}), and the API has no way to cancel an order: only what it delivers can be terminated. "
        + "It stays in the state, and may cost money. Destroy again later, allow more time with timeouts, or have dashserv's support cancel it.";

    /// <summary>The API says that there is no such order.</summary>
    private static ProblemException Unknown(string orderId, ApiException failure) => new(
        "An order is unknown to the API",
        $"The API does not know the order {orderId} (any more), so it cannot be told whether anything came of it. If it is new, plan again first: the API may come to know it. Else look into dashserv's customer panel. "
        + "If there is a product, note its uuid, remove this resource from the state with \"terraform state rm\", and import it; if not, only remove it.",
        inner: failure);

    /// <summary>Looks once, in a refresh.</summary>
    /// <returns>Whether there is a product now; its id is then in the state.</returns>
    public static async Task<bool> LookAsync<TModel>(
        Session session, OrderedOperations<TModel> kind, ReadContext<TModel> context, TModel state, CancellationToken cancellationToken)
        where TModel : OrderedModel, new()
    {
        if (!state.OrderId.IsKnown)
        {
            return false;
        }

        var outcome = await KnownAsync(state.OrderId.Known, session.Orders.LookAsync(state.OrderId.Known, cancellationToken));
        state.Status = outcome.Status;
        if (outcome.IsPending)
        {
            return false;
        }

        if (outcome.ProductId is { } product && await kind.ExistsAsync(session, state, product, cancellationToken))
        {
            state.Id = product;
            return true;
        }

        if (outcome.IsDelivered)
        {
            // The next apply waits for a product that is not known yet; one that does not show up is gone.
            context.State = IsFresh(session, context.Private) ? state : null;
            return false;
        }

        context.Diagnostics.Warning(
            "The order came to nothing",
            $"dashserv ended the order {state.OrderId} with the status \"{outcome.Status}\"{(outcome.Reason is { Length: > 0 } r ? $": {Sentence.Of(r)}" : ".")} "
            + $"There is no {kind.Noun}, so it is dropped from the state; the next apply orders anew.");
        context.State = null;
        return false;
    }

    private static bool IsFresh(Session session, PrivateState notes)
    {
        var now = session.Time.GetUtcNow().ToUnixTimeSeconds();
        notes[DeliveredKey] ??= now.ToString(CultureInfo.InvariantCulture);
        return now - long.Parse(notes[DeliveredKey]!, CultureInfo.InvariantCulture) < Lag.TotalSeconds;
    }

    /// <summary>Waits for what comes of an order.</summary>
    /// <returns>The product, or null if there is none.</returns>
    public static async Task<string?> AwaitAsync<TModel>(Session session, OrderedOperations<TModel> kind, TModel state, CancellationToken cancellationToken)
        where TModel : OrderedModel, new()
    {
        var order = state.OrderId.Known;
        var outcome = await KnownAsync(order, session.Orders.WaitAsync(order, _ => { }, cancellationToken));
        if (outcome.IsDelivered)
        {
            // To terminate what the API does not know yet would look as if it were gone, and it would run for ever. What never shows up is gone.
            await Poller.WithinAsync(session.Polling, session.Time, Lag, stop => kind.ExistsAsync(session, state, outcome.ProductId!, stop), _ => null, isThere => isThere, cancellationToken);
        }

        return outcome.ProductId;
    }

    private static async Task<OrderOutcome> KnownAsync(string order, Task<OrderOutcome> look)
    {
        try
        {
            return await look;
        }
        catch (ApiException e) when (e.Kind == ApiErrorKind.Gone)
        {
            throw Unknown(order, e);
        }
    }
}
