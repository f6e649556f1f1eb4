using Dashserv.Api.Json;

namespace Dashserv.Api.Models;

/// <summary>What an order would cost; nothing is ordered (API reference, Place order with <c>calculate=true</c>).</summary>
public sealed record Quote
{
    /// <summary>Per month, after discounts. Resellers pay its gross / 720 per hour.</summary>
    public required Money Price { get; init; }

    /// <summary>Per month, before discounts.</summary>
    public Money? RealPrice { get; init; }

    /// <summary>To be paid once, after discounts.</summary>
    public Money? Setup { get; init; }

    /// <summary>To be paid once, before discounts.</summary>
    public Money? RealSetup { get; init; }

    /// <summary>To be paid on ordering.</summary>
    public Money? TodayPrice { get; init; }

    /// <summary>Line by line.</summary>
    public required IReadOnlyList<QuotePosition> Positions { get; init; }

    internal static Quote Read(WireValue json) => new()
    {
        Price = Money.Read(json["price"]),
        RealPrice = json["realPrice"].Optional(Money.Read),
        Setup = json["setup"].Optional(Money.Read),
        RealSetup = json["realSetup"].Optional(Money.Read),
        TodayPrice = json["todayPrice"].Optional(Money.Read),
        Positions = json["positions"].List(QuotePosition.Read),
    };
}
