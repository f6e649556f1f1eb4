using Dashserv.Api;
using Dashserv.Provider.Access;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Ordering;
using Dashserv.Provider.Ordering.Matching;
using Dashserv.Provider.Ordering.Placing;

namespace Dashserv.Provider.Operations;

/// <summary>Places one order, once. If its answer is lost, a product is adopted only if no more new ones match than there are such orders.</summary>
/// <param name="access">The API.</param>
/// <param name="orders">The orders of this process.</param>
/// <param name="request">What to order.</param>
/// <param name="arguments">The same in the user's words.</param>
/// <param name="search">How to find it again.</param>
/// <param name="keep">Keeps what was placed.</param>
internal sealed class OrderPlacement(
    ApiAccess access, OrderBook orders, OrderRequest request, OrderArguments arguments, ProductSearch search, Action<PlacedOrder> keep) : WriteOperation
{
    /// <summary>A product is listed once it is deployed. What has not turned up by then is left to the user: a pipeline must not hang.</summary>
    private static readonly TimeSpan SearchLimit = TimeSpan.FromMinutes(5);

    /// <summary>The same where the API did answer, if with a word that nobody documented: it most likely is a refusal.</summary>
    private static readonly TimeSpan AnsweredSearchLimit = TimeSpan.FromMinutes(1);

    private IReadOnlyCollection<string>? _baseline;
    private IDisposable? _expectation;
    private PlacedOrder? _placed;
    private IReadOnlyList<Candidate>? _candidates;
    private ApiException? _trouble;
    private Exception? _lost;

    public override string Title => "place the order";

    public override async Task<bool> PrepareAsync(CancellationToken cancellationToken)
    {
        _baseline = await orders.BaselineAsync(search, cancellationToken);
        return true;
    }

    public override async Task SendAsync(CancellationToken cancellationToken)
    {
        _expectation = orders.Claims.Expect(search.Key);
        var order = await access.Client.Orders.PlaceAsync(request.Product, request.Fields, cancellationToken);
        orders.Expect(order, () => _expectation);
        _placed = new PlacedOrder(order, null);
    }

    public override Task<RefusalMeaning> JudgeRefusalAsync(ApiException refusal, CancellationToken cancellationToken)
    {
        _expectation?.Dispose();
        return base.JudgeRefusalAsync(refusal, cancellationToken);
    }

    public override async Task<bool> FindEffectAsync(Exception? lost, CancellationToken cancellationToken)
    {
        if (lost is null)
        {
            return true;
        }

        using var searching = orders.Claims.Search(search.Key);
        _expectation?.Dispose();
        _lost = lost;
        var limit = lost is ApiException { Kind: ApiErrorKind.Rejected } ? AnsweredSearchLimit : SearchLimit;
        string? taken = null;
        (_candidates, _trouble) = await access.SearchAsync(
            limit, ListNewAsync, seen => !orders.Claims.TryTake(search.Key, seen.Where(c => c.IsNamesake).Select(c => c.Uuid), out taken) || taken is not null,
            cancellationToken);
        _placed = taken is null ? null : new PlacedOrder(null, taken);
        return taken is not null;
    }

    public override void Keep(OperationStage stage)
    {
        if (stage == OperationStage.Begun)
        {
            keep(_placed!);
        }
    }

    public override FailureWords Words(OperationStage stage, Exception failure) => (stage, failure) switch
    {
        (OperationStage.NotSent, ApiException) when _baseline is null => new FailureWords(
            "The order was not sent",
            $"{OrderWords.Money} What there is of \"{search.Category}\" is listed before an order, so that the order can be found again should its "
                + "answer be lost."),
        (OperationStage.NotSent, ApiException e) => OrderWords.Refused(e, arguments),
        (OperationStage.Lost, _) => LostOrderWords.Of(_lost ?? failure, LostOrderWords.Found(_candidates, _trouble, search)),
        _ => new FailureWords("The order was not placed", OrderWords.Money)
        { WhenStopped = $"{OrderWords.Money} Apply again, or allow more time with timeouts." },
    };

    private async Task<IReadOnlyList<Candidate>> ListNewAsync(CancellationToken cancellationToken) =>
        [.. (await search.ListAsync(cancellationToken)).Where(c => !_baseline!.Contains(c.Uuid) && !orders.Claims.IsClaimed(c.Uuid))];
}
