using System.Text.Json;
using Dashserv.Api.Json;

namespace Dashserv.Api.Models;

/// <summary>What an order would cost; nothing is ordered (API reference, Place order with <c>calculate=true</c>).</summary>
public sealed record Quote
{
    /// <summary>After discounts: of the period, or, where there is none, of a month. Resellers pay its gross / 720 per hour.</summary>
    public required Money Price { get; init; }

    /// <summary>The same before discounts.</summary>
    public Money? RealPrice { get; init; }

    /// <summary>To be paid once, after discounts.</summary>
    public Money? Setup { get; init; }

    /// <summary>To be paid once, before discounts.</summary>
    public Money? RealSetup { get; init; }

    /// <summary>To be paid on ordering.</summary>
    public Money? TodayPrice { get; init; }

    /// <summary>The currency, where the API says it: its reference knows none but EUR.</summary>
    public string? Currency { get; init; }

    /// <summary>Line by line.</summary>
    public required IReadOnlyList<QuotePosition> Positions { get; init; }

    /// <summary>The period that is quoted; null where billing is by the hour.</summary>
    public string? PeriodUuid { get; init; }

    internal static Quote Read(WireValue json) => new()
    {
        Price = Money.Read(json["price"]),
        RealPrice = json.Forgiving["realPrice"].Optional(Money.Read),
        Setup = json["setup"].Optional(Money.Read),
        RealSetup = json.Forgiving["realSetup"].Optional(Money.Read),
        TodayPrice = json.Forgiving["todayPrice"].Optional(Money.Read),
        Currency = json.Forgiving["currency"].Text() ?? json.Forgiving["price"]["currency"].Text(),
        Positions = json.Forgiving["positions"].List(QuotePosition.Read),
        PeriodUuid = json["period"].Kind == JsonValueKind.Object ? json.Forgiving["period"]["uuid"].Text() : null,
    };
}
