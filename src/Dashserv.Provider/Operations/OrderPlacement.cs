using Dashserv.Api;
using Dashserv.Provider.Access;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Journal;
using Dashserv.Provider.Ordering.Placing;

namespace Dashserv.Provider.Operations;

/// <summary>Places one order, once. If its answer is lost, a product is adopted only if no more new ones match than there are such orders.</summary>
/// <param name="access">The API.</param>
/// <param name="orders">The orders of this process.</param>
/// <param name="draft">What to order.</param>
/// <param name="begin">Writes down, in the journal, that it is sent: when, and what there was before.</param>
/// <param name="taken">The same order of a process that was killed, which is taken up instead of sending another; null where there is none.</param>
/// <param name="keep">Keeps what was placed.</param>
internal sealed class OrderPlacement(
    ApiAccess access, OrderBook orders, OrderDraft draft, Func<DateTimeOffset, IEnumerable<string>, JournalNote?> begin, JournalNote? taken,
    Action<PlacedOrder> keep) : WriteOperation
{
    private SentOrder? _sent;
    private IDisposable? _expectation;
    private LostOrder? _lost;
    private PlacedOrder? _placed;

    /// <summary>What the journal has of it.</summary>
    public JournalNote? Note { get; private set; }

    public override string Title => "place the order";

    public override async Task<bool> PrepareAsync(CancellationToken cancellationToken)
    {
        _sent = taken is null ? new SentOrder(await orders.BaselineAsync(draft.Search, cancellationToken), draft.Request.Location)
            : SentOrder.ByKilledRun(taken.Record, draft.Request.Location);
        return true;
    }

    public override async Task SendAsync(CancellationToken cancellationToken)
    {
        _expectation = orders.Claims.Expect(draft.Search.Key);
        Note = taken ?? begin((_sent = _sent! with { SentAt = access.Client.ServerTime }).SentAt, _sent.Before);
        var order = taken is null ? await access.Client.Orders.PlaceAsync(draft.Request.Product, draft.Request.Fields, cancellationToken)
            : taken.Record.Order ?? throw new UnansweredException();
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
        if (lost is not null)
        {
            _lost = new LostOrder(access, orders.Claims, draft.Search, _sent!.UntilLost(access.Client.ServerTime), lost);
            var found = await _lost.FindAsync(() => _expectation?.Dispose(), cancellationToken);
            _placed = found is not null ? new PlacedOrder(null, found) : taken is null ? null : throw _lost.LeftBehind();
        }

        return _placed is not null;
    }

    public override void Keep(OperationStage stage)
    {
        if (stage == OperationStage.Begun)
        {
            Note?.Placed(_placed!.OrderId, _placed.Adopted?.Uuid);
            keep(_placed!);
        }
    }

    public override FailureWords Words(OperationStage stage, Exception failure) =>
        stage == OperationStage.Lost ? _lost!.Words() : draft.NotPlaced(failure, isListed: _sent is not null);
}
