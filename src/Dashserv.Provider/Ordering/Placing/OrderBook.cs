using System.Collections.Concurrent;
using Dashserv.Api;
using Dashserv.Provider.Access;

namespace Dashserv.Provider.Ordering.Placing;

/// <summary>The orders of this process, and whose product is whose: what an order became whose answer was lost is searched for among the products that are
/// new, match, and belong to no other order.</summary>
internal sealed class OrderBook(ApiAccess access)
{
    /// <summary>How long the API may not know an order: what answers need not be what took it a moment ago.</summary>
    private static readonly TimeSpan UnknownLimit = TimeSpan.FromMinutes(1);

    /// <summary>How long a list of what exists serves the orders that follow: what others order meanwhile must not pass for a lost order of ours.</summary>
    private static readonly TimeSpan BaselineLife = TimeSpan.FromSeconds(10);

    private readonly AsyncCache<string, IReadOnlyCollection<string>> _baselines = new(access.Time, BaselineLife);
    private readonly ConcurrentDictionary<string, IDisposable> _unnamed = new(StringComparer.Ordinal);

    public ProductClaims Claims { get; } = new();

    /// <summary>What exists now, or did a moment ago: it cannot be what an order becomes that is not yet sent.</summary>
    public Task<IReadOnlyCollection<string>> BaselineAsync(ProductSearch search, CancellationToken cancellationToken) =>
        _baselines.GetAsync(
            search.Category, async () => await access.Client.Products.IdsAsync(search.Category, CancellationToken.None), cancellationToken);

    /// <summary>Notes an order that is placed, and whose product is not named yet: that must not pass for a lost order's.</summary>
    public void Expect(string orderId, Func<IDisposable> expectation) => _unnamed.GetOrAdd(orderId, _ => expectation());

    /// <summary>How far an order got, now. Its product, once named, belongs to it.</summary>
    public async Task<OrderOutcome> LookAsync(string orderId, CancellationToken cancellationToken)
    {
        var order = await access.Client.Orders.GetAsync(orderId, cancellationToken);
        var outcome = new OrderOutcome(order.Status, order.ProductUuid, order.StatusData);
        if (order.ProductUuid is { } product)
        {
            Claims.Claim(product);
        }

        // Until its product is named, a lost order like it could take that for its own.
        if ((order.ProductUuid is not null || !outcome.IsPending) && _unnamed.TryRemove(orderId, out var expectation))
        {
            expectation.Dispose();
        }

        return outcome;
    }

    /// <summary>Waits until an order is delivered or has failed.</summary>
    /// <exception cref="OperationCanceledException">Time is up, or Ctrl-C.</exception>
    /// <exception cref="ApiException">It can't be followed, or the API has not come to know it.</exception>
    public async Task<OrderOutcome> WaitAsync(string orderId, Action<OrderOutcome> seen, CancellationToken cancellationToken)
    {
        var known = access.Time.GetTimestamp();
        var outcome = await access.PollAsync(LookIfKnownAsync, outcome => outcome?.Status, outcome => outcome is { IsPending: false }, cancellationToken);
        return outcome!;

        async Task<OrderOutcome?> LookIfKnownAsync(CancellationToken stop)
        {
            var look = LookAsync(orderId, stop);
            var outcome = access.Time.GetElapsedTime(known) < UnknownLimit ? await look.OrNullIfGoneAsync() : await look;
            if (outcome is not null)
            {
                known = access.Time.GetTimestamp();
                seen(outcome);
            }

            return outcome;
        }
    }
}
