using Dashserv.Api.Models;
using Dashserv.Provider.Journal;

namespace Dashserv.Provider.Ordering.Placing;

/// <summary>What is known of an order that is sent, whether or not it has an answer.</summary>
/// <param name="Before">The products there were.</param>
/// <param name="Location">The uuid of where it is to run, where that is sent.</param>
internal sealed record SentOrder(IReadOnlyCollection<string> Before, string? Location)
{
    /// <summary>A process that was killed has waited no longer for its answer.</summary>
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromMinutes(1);

    private string? _product;
    private DateTimeOffset? _lostAt;

    /// <summary>When it was sent, by the API's clock.</summary>
    public DateTimeOffset SentAt { get; init; }

    /// <summary>What another process has sent, and written down.</summary>
    public static SentOrder ByKilledRun(JournalRecord record, string? location) => new(record.Others.ToHashSet(StringComparer.Ordinal), location)
    {
        SentAt = record.SentAt,
        _lostAt = record.SentAt + AnswerLimit,
        _product = record.Product,
    };

    /// <summary>The same, once it is clear that its answer will not come.</summary>
    public SentOrder UntilLost(DateTimeOffset now) => this with { _lostAt = _lostAt ?? now };

    /// <summary>Whether a product may be what became of it.</summary>
    public bool MayBe(IProduct product) =>
        !Before.Contains(product.Uuid) && IsThere(product) && WasOrderedThen(product) && (_product ?? product.Uuid) == product.Uuid;

    private bool IsThere(IProduct product) => Location is null || product.Location is null || product.Location.Uuid == Location;

    // The API counts whole seconds, and its clock is known to less than one.
    private bool WasOrderedThen(IProduct product) =>
        product.Payment?.OrderedAt is { } ordered && ordered.AddSeconds(1) > SentAt && ordered <= _lostAt!.Value.AddSeconds(1);
}
