using Dashserv.Api.Json;

namespace Dashserv.Api.Models;

/// <summary>How long an order is paid for at a time (API reference, Get product pricing: <c>pricing.periods</c>).</summary>
public sealed record Period
{
    /// <summary>What an order sends as <c>interval</c>.</summary>
    public required string Uuid { get; init; }

    /// <summary>Such as <c>1 Monat</c>.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The period's length in seconds.</summary>
    public long? LengthSeconds { get; init; }

    /// <summary>How long a product stays locked before it is deleted, in seconds.</summary>
    public long? LockedSeconds { get; init; }

    /// <summary>How many monthly prices a period costs.</summary>
    public required decimal PriceMultiplier { get; init; }

    /// <summary>Share of the price that is left after a discount; 1 is none.</summary>
    public required decimal TotalPercentage { get; init; }

    /// <summary>How long before its end the customer is reminded, in seconds.</summary>
    public required IReadOnlyList<long> RenewNotificationsSeconds { get; init; }

    internal static Period Read(WireValue json) => new()
    {
        Uuid = json["uuid"].RequiredText(),
        DisplayName = json["displayName"].Text(),
        LengthSeconds = json.Forgiving["periodLength"].Whole(),
        LockedSeconds = json.Forgiving["lockedLength"].Whole(),
        PriceMultiplier = json["priceMultiplier"].Number() ?? 1,
        TotalPercentage = json.Forgiving["totalPercentage"].Number() ?? 1,
        RenewNotificationsSeconds = json.Forgiving["renewNotifications"].List(static item => item.Whole() ?? 0),
    };
}
