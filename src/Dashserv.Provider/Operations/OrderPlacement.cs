using Dashserv.Api;
using Dashserv.Provider.Access;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Journal;
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
/// <param name="begin">Writes down, in the journal, that it is sent: when, and what there was before.</param>
/// <param name="taken">The same order of a process that was killed, which is taken up instead of sending another; null where there is none.</param>
/// <param name="keep">Keeps what was placed.</param>
internal sealed class OrderPlacement(
    ApiAccess access, OrderBook orders, OrderRequest request, OrderArguments arguments, ProductSearch search,
    Func<DateTimeOffset, IEnumerable<string>, JournalNote?> begin, JournalNote? taken, Action<PlacedOrder> keep) : WriteOperation
{
    /// <summary>A product is listed once it is deployed. What has not turned up by then is left to the user: a pipeline must not hang.</summary>
    private static readonly TimeSpan SearchLimit = TimeSpan.FromMinutes(5);

    /// <summary>The same where the API did answer, if with a word that nobody documented: it most likely is a refusal.</summary>
    private static readonly TimeSpan AnsweredSearchLimit = TimeSpan.FromMinutes(1);

    /// <summary>A process that was killed has waited no longer for its answer.</summary>
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromMinutes(1);

    private IReadOnlyCollection<string>? _baseline;
    private IDisposable? _expectation;
    private PlacedOrder? _placed;
    private IReadOnlyList<Candidate>? _candidates;
    private ApiException? _trouble;
    private Exception? _lost;
    private DateTimeOffset _sentAt;
    private DateTimeOffset _lostAt;

    /// <summary>What the journal has of it.</summary>
    public JournalNote? Note { get; private set; }

    public override string Title => "place the order";

    public override async Task<bool> PrepareAsync(CancellationToken cancellationToken)
    {
        _baseline = taken is null ? await orders.BaselineAsync(search, cancellationToken) : taken.Record.Others.ToHashSet(StringComparer.Ordinal);
        return true;
    }

    public override async Task SendAsync(CancellationToken cancellationToken)
    {
        _expectation = orders.Claims.Expect(search.Key);
        Note = taken;
        var order = taken is null ? await PlaceAsync(cancellationToken) : taken.Record.Order ?? throw new UnansweredException();
        orders.Expect(order, () => _expectation);
        _placed = new PlacedOrder(order, null);
    }

    public override Task<RefusalMeaning> JudgeRefusalAsync(ApiException refusal, CancellationToken cancellationToken)
    {
        _expectation?.Dispose();
        Note?.Close();
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
        (_lost, _lostAt) = (lost, access.Client.ServerTime);
        if (taken is not null)
        {
            (_sentAt, _lostAt) = (taken.Record.SentAt, taken.Record.SentAt + AnswerLimit);
        }

        var limit = lost is ApiException { Kind: ApiErrorKind.Rejected } ? AnsweredSearchLimit : SearchLimit;
        string? found = null;
        (_candidates, _trouble) = await access.SearchAsync(
            limit, ListNewAsync, seen => !orders.Claims.TryTake(search.Key, seen.Where(c => c.Fits).Select(c => c.Uuid), out found) || found is not null,
            cancellationToken);
        _placed = found is null ? null : new PlacedOrder(null, _candidates!.Single(c => c.Uuid == found));
        return found is not null ? true : taken is null ? false : throw LostOrderWords.LeftBehind(taken.Record.SentAt, FoundInWords());
    }

    public override void Keep(OperationStage stage)
    {
        if (stage == OperationStage.Begun)
        {
            Note?.Placed(_placed!.OrderId, _placed.Adopted?.Uuid);
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
        (OperationStage.Lost, _) => LostOrderWords.Of(_lost ?? failure, FoundInWords()),
        _ => new FailureWords("The order was not placed", OrderWords.Money)
        { WhenStopped = $"{OrderWords.Money} Apply again, or allow more time with timeouts." },
    };

    private string FoundInWords() => LostOrderWords.Found(_candidates, _trouble, search);

    private Task<string> PlaceAsync(CancellationToken cancellationToken)
    {
        _sentAt = access.Client.ServerTime;
        Note = begin(_sentAt, _baseline!);
        return access.Client.Orders.PlaceAsync(request.Product, request.Fields, cancellationToken);
    }

    private async Task<IReadOnlyList<Candidate>> ListNewAsync(CancellationToken cancellationToken) =>
        [
            .. (await search.ListAsync(cancellationToken)).Where(c => !_baseline!.Contains(c.Uuid) && !orders.Claims.IsClaimed(c.Uuid))
                .Select(c => c with { Fits = c.Fits && IsThere(c) && WasOrderedThen(c) && (taken?.Record.Product ?? c.Uuid) == c.Uuid }),
        ];

    private bool IsThere(Candidate candidate) => request.Location is null || candidate.Location is null || candidate.Location == request.Location;

    // The API counts whole seconds, and its clock is known to less than one.
    private bool WasOrderedThen(Candidate candidate) =>
        candidate.OrderedAt is { } ordered && ordered.AddSeconds(1) > _sentAt && ordered <= _lostAt.AddSeconds(1);
}
