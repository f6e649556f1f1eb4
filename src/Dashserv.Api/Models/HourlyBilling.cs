using Dashserv.Api.Json;

namespace Dashserv.Api.Models;

/// <summary>How a reseller's product is billed (API reference, vServer / Get single: <c>payment.hourly</c>).</summary>
public sealed record HourlyBilling
{
    /// <summary>Whether the current month is billed.</summary>
    public required bool IsBilled { get; init; }

    /// <summary>Gross, EUR per hour.</summary>
    public decimal? HourlyPrice { get; init; }

    /// <summary>Gross, EUR per month.</summary>
    public decimal? MonthlyPrice { get; init; }

    /// <summary>Hours so far.</summary>
    public decimal? Hours { get; init; }

    /// <summary>Gross, EUR, so far.</summary>
    public decimal? CurrentPrice { get; init; }

    /// <summary>When billing began.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended, or null.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    internal static HourlyBilling Read(WireValue json) => new()
    {
        IsBilled = json.Forgiving["billed"].Flag() ?? false,
        HourlyPrice = json["price"]["hourly"].Number(),
        MonthlyPrice = json["price"]["monthly"].Number(),
        Hours = json.Forgiving["price"]["hours"].Number(),
        CurrentPrice = json.Forgiving["price"]["current"].Number(),
        StartedAt = json.Forgiving["payment"]["start"].Time(),
        EndedAt = json.Forgiving["payment"]["end"].Time(),
    };
}
