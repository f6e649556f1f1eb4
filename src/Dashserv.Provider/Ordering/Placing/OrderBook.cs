using System.Collections.Concurrent;
using Dashserv.Api;
using Dashserv.Api.Models;
using Dashserv.Api.Polling;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Ordering.Matching;
using Microsoft.Extensions.Logging;

namespace Dashserv.Provider.Ordering.Placing;

/// <summary>
/// Places orders and follows them. An order is sent once: where its answer was lost, what it became is searched for
/// among the products that are new, match, and belong to no other order of this process.
/// </summary>
internal sealed class OrderBook(Session session)
{
    /// <summary>How long is searched where the API did answer, if with a word that nobody documented: it most likely is a refusal.</summary>
    private static readonly TimeSpan BriefPatience = TimeSpan.FromMinutes(1);

    /// <summary>How long the API may not know an order: what answers need not be what took it a moment ago.</summary>
    private static readonly TimeSpan UnknownPatience = TimeSpan.FromMinutes(1);

    /// <summary>How long a list of what exists serves the orders that follow: what others order meanwhile must not pass for a lost order of ours.</summary>
    private static readonly TimeSpan BaselineLife = TimeSpan.FromSeconds(10);

    private readonly AsyncCache<string, IReadOnlyCollection<string>> _baselines = new(session.Time, BaselineLife);
    private readonly ProductClaims _claims = new();
    private readonly ConcurrentDictionary<string, IDisposable> _unnamed = new(StringComparer.Ordinal);

    /// <param name="request">What to order.</param>
    /// <param name="search">How to find it again.</param>
    /// <param name="cancellationToken">Fires on Ctrl-C, or when the create's time is up.</param>
    /// <exception cref="ApiException">The order was refused, or never left: nothing was ordered.</exception>
    /// <exception cref="ProblemException">It was not sent for what exists could not be listed; or its answer was lost, or is no order, and what became of it is not certain.</exception>
    public async Task<PlacedOrder> PlaceAsync(OrderRequest request, ProductSearch search, CancellationToken cancellationToken)
    {
        // What exists before the order is sent cannot be what it became.
        var baseline = await BaselineAsync(search, cancellationToken);
        var expectation = _claims.Expect(search.Key);
        try
        {
            var order = await session.Client.Orders.PlaceAsync(request.Product, request.Fields, cancellationToken);
            _unnamed[order] = expectation;
            return new PlacedOrder(order, null);
        }
        catch (Exception e) when (LostAnswer.In(e) is { } lost)
        {
            session.Logger.LogWarning("The answer to an order of {Product} was lost; looking for what it became", request.Product);
            using var searching = _claims.Search(search.Key);
            expectation.Dispose();
            var order = new LostOrder(session, _claims, search, baseline);
            return new PlacedOrder(null, lost.Kind == ApiErrorKind.Rejected ? await FindAnsweredAsync(order, lost, cancellationToken) : await order.FindAsync(lost, cancellationToken));
        }
        catch
        {
            expectation.Dispose();
            throw;
        }
    }

    /// <summary>Notes an order of an earlier process that is waited for in this one: its product must not pass for a lost order's.</summary>
    public void Expect(string orderId, string key) => _unnamed.GetOrAdd(orderId, _ => _claims.Expect(key));

    /// <summary>How far an order got, now. Its product, once named, belongs to it.</summary>
    public async Task<OrderOutcome> LookAsync(string orderId, CancellationToken cancellationToken) => Read(orderId, await session.Client.Orders.GetAsync(orderId, cancellationToken));

    /// <summary>Waits until an order is delivered or has failed.</summary>
    /// <exception cref="OperationCanceledException">Time is up, or Ctrl-C.</exception>
    /// <exception cref="ApiException">It can't be followed, or the API has not come to know it.</exception>
    public async Task<OrderOutcome> WaitAsync(string orderId, Action<OrderOutcome> seen, CancellationToken cancellationToken)
    {
        var known = session.Time.GetTimestamp();
        var outcome = await Poller.UntilAsync(
            session.Polling,
            session.Time,
            async stop =>
            {
                var outcome = await LookIfKnownAsync(orderId, known, stop);
                if (outcome is not null)
                {
                    known = session.Time.GetTimestamp();
                    seen(outcome);
                }

                return outcome;
            },
            outcome => outcome?.Status,
            outcome => outcome is { IsPending: false },
            cancellationToken);
        return outcome!;
    }

    private async Task<OrderOutcome?> LookIfKnownAsync(string orderId, long known, CancellationToken cancellationToken)
    {
        try
        {
            return await LookAsync(orderId, cancellationToken);
        }
        catch (ApiException e) when (e.Kind == ApiErrorKind.Gone && session.Time.GetElapsedTime(known) < UnknownPatience)
        {
            return null;
        }
    }

    private async Task<IReadOnlyCollection<string>> BaselineAsync(ProductSearch search, CancellationToken cancellationToken)
    {
        try
        {
            return await _baselines.GetAsync(search.Category, () => search.ListAllIdsAsync(CancellationToken.None), cancellationToken);
        }
        catch (ApiException e)
        {
            throw OrderFailure.Blind(e, search.Category);
        }
    }

    private async Task<string> FindAnsweredAsync(LostOrder order, ApiException answer, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(BriefPatience, session.Time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await order.FindAsync(answer, limit.Token);
        }
        catch (ProblemException e)
        {
            throw OrderFailure.Uncertain(answer, e);
        }
    }

    private OrderOutcome Read(string orderId, Order order)
    {
        var outcome = new OrderOutcome(order.Status, order.ProductUuid, order.StatusData);
        if (order.ProductUuid is { } product)
        {
            _claims.Claim(product);
        }

        // Until its product is named, a lost order like it could take that for its own.
        if ((order.ProductUuid is not null || !outcome.IsPending) && _unnamed.TryRemove(orderId, out var expectation))
        {
            expectation.Dispose();
        }

        return outcome;
    }
}
