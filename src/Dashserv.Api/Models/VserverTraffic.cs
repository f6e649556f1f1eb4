using Dashserv.Api.Json;

namespace Dashserv.Api.Models;

/// <summary>A vserver's traffic in the current month, in the API's own unit (not stated).</summary>
public sealed record VserverTraffic
{
    /// <summary>Ingoing this month.</summary>
    public decimal? Ingoing { get; init; }

    /// <summary>Outgoing this month.</summary>
    public decimal? Outgoing { get; init; }

    /// <summary>What is included, in GB.</summary>
    public decimal? IncludedGb { get; init; }

    /// <summary>Ingoing at the last count.</summary>
    public decimal? LastIngoing { get; init; }

    /// <summary>Outgoing at the last count.</summary>
    public decimal? LastOutgoing { get; init; }

    /// <summary>When it was last counted; null for never.</summary>
    public DateTimeOffset? CountedAt { get; init; }

    /// <summary>When counting begins again.</summary>
    public DateTimeOffset? ResetAt { get; init; }

    internal static VserverTraffic Read(WireValue json) => new()
    {
        Ingoing = json.Forgiving["ingoing"].Number(),
        Outgoing = json.Forgiving["outgoing"].Number(),
        IncludedGb = json["included"].Number(),
        LastIngoing = json.Forgiving["ingoingLast"].Number(),
        LastOutgoing = json.Forgiving["outgoingLast"].Number(),
        CountedAt = json.Forgiving["lastUnix"].Time(),
        ResetAt = json.Forgiving["reset"].Time(),
    };
}
