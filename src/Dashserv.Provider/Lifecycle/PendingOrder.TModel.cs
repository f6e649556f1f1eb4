using System.Globalization;
using Dashserv.Api;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Ordering.Placing;
using Dashserv.Provider.Text;
using TerraformPlugin.Authoring;

namespace Dashserv.Provider.Lifecycle;

/// <summary>What became, or becomes, of an order that was not delivered when the last apply ended.</summary>
internal sealed class PendingOrder<TModel>(Session session, OrderedNoun<TModel> noun)
    where TModel : OrderedModel, new()
{
    /// <summary>How long after its order was seen to be delivered a product may be unknown to the API, and is not believed gone.</summary>
    private static readonly TimeSpan Lag = TimeSpan.FromMinutes(1);

    /// <summary>Whether there is an order, and no product yet.</summary>
    public static bool Is(TModel state) => state is { Id.IsNull: true, OrderId.IsKnown: true };

    /// <summary>Why an order that is not delivered cannot be destroyed, and what can be done.</summary>
    public static string CannotBeCancelled(TModel state) =>
        $"The order {state.OrderId} is not delivered yet (last seen: {state.Status.Or("unknown")}), and the API has no way to cancel an order: only what it "
            + "delivers can be terminated. "
        + "It stays in the state, and may cost money. Destroy again later, allow more time with timeouts, or have dashserv's support cancel it.";

    /// <summary>Looks once, in a refresh.</summary>
    /// <returns>Whether there is a product now; its id is then in the state.</returns>
    public async Task<bool> LookAsync(ReadContext<TModel> context, TModel state, CancellationToken cancellationToken)
    {
        if (!state.OrderId.IsKnown)
        {
            return false;
        }

        var outcome = await KnownAsync(state, () => session.Orders.LookAsync(state.OrderId.Known, cancellationToken));
        state.Status = outcome.Status;
        if (outcome.IsPending)
        {
            return false;
        }

        if (outcome.ProductId is { } product && await noun.FindAsync(session, state, product, cancellationToken) is not null)
        {
            state.Id = product;
            return true;
        }

        if (outcome.IsDelivered)
        {
            // The next apply waits for a product that is not known yet.
            return IsFresh(new OrderPrivateState(context.Private)) ? false : throw NeverSeen(state, outcome.ProductId!);
        }

        context.Diagnostics.Warning(
            "The order came to nothing",
            $"dashserv ended the order {state.OrderId} with the status "
                + $"\"{outcome.Status}\"{(outcome.Reason is { Length: > 0 } r ? $": {Sentence.Of(r)}" : ".")} "
            + $"There is no {noun.Noun}, so it is dropped from the state; the next apply orders anew.");
        context.State = null;
        return false;
    }

    /// <summary>Waits for what comes of an order.</summary>
    /// <returns>The product, or null if there is none.</returns>
    public async Task<string?> WaitAsync(TModel state, CancellationToken cancellationToken)
    {
        var outcome = await KnownAsync(state, () => session.Orders.WaitAsync(state.OrderId.Known, _ => { }, cancellationToken));
        if (outcome.IsDelivered)
        {
            // To terminate what the API does not know yet would look as if it were gone, and it would run for ever. What never shows up is gone.
            await session.Access.PollAsync(
                Lag, stop => noun.FindAsync(session, state, outcome.ProductId!, stop), product => product?.Status, product => product is not null,
                cancellationToken);
        }

        return outcome.ProductId;
    }

    private static Task<OrderOutcome> KnownAsync(TModel state, Func<Task<OrderOutcome>> look) =>
        FailureTranslator.ReadAsync(e => e.Kind == ApiErrorKind.Gone ? Unknown(state) : null, look);

    // What is paid for and was delivered is not dropped, nor ordered again, because nobody can see it.
    private ProblemException NeverSeen(TModel state, string product) => new(
        "A delivered product is unknown to the API",
        $"The API says that the order {state.OrderId} is delivered, as the {noun.Noun} {product}, and that there is no {product}. It was not dropped from the "
            + "state, and nothing was ordered again, as it may cost money. Look into dashserv's customer panel. If it was terminated, or belongs to another "
            + "account than the token does, run \"terraform state rm\" with the address of this resource.");

    /// <summary>The API says that there is no such order.</summary>
    private static FailureWords Unknown(TModel state) => new(
        "An order is unknown to the API",
        $"The API does not know the order {state.OrderId} (any more), so it cannot be told whether anything came of it. If it is new, plan again first: the "
            + "API may come to know it. Else look into dashserv's customer panel. "
        + "If there is a product, note its uuid, remove this resource from the state with \"terraform state rm\", and import it; if not, only remove it.");

    private bool IsFresh(OrderPrivateState privateState)
    {
        var now = session.Access.Time.GetUtcNow().ToUnixTimeSeconds();
        privateState.DeliveredAt ??= now.ToString(CultureInfo.InvariantCulture);
        return now - long.Parse(privateState.DeliveredAt, CultureInfo.InvariantCulture) < Lag.TotalSeconds;
    }
}
