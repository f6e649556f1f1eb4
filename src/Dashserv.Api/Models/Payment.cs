using System.Text.Json;
using Dashserv.Api.Json;

namespace Dashserv.Api.Models;

/// <summary>How a product is paid for (API reference, vServer / Get single: <c>payment</c>).</summary>
public sealed record Payment
{
    /// <summary>The payment's id.</summary>
    public string? Uuid { get; init; }

    /// <summary>Such as <c>waiting</c>.</summary>
    public string? State { get; init; }

    /// <summary><c>hourly</c> for resellers.</summary>
    public string? Type { get; init; }

    /// <summary>Gross, EUR per month (or per period, where there is one).</summary>
    public decimal? Price { get; init; }

    /// <summary>The period's uuid; null for resellers.</summary>
    public string? PeriodUuid { get; init; }

    /// <summary>The period's display name, where the API tells it.</summary>
    public string? PeriodName { get; init; }

    /// <summary>How many months the price is for, where the API tells the period.</summary>
    public decimal? PeriodMonths { get; init; }

    /// <summary>The name the product was ordered by, such as <c>dedicated-server:h5HGC</c>.</summary>
    public string? ProductName { get; init; }

    /// <summary>Whether it is renewed by itself.</summary>
    public required bool IsAutoRenewed { get; init; }

    /// <summary>What is known of its deletion, as JSON, or null. The shape is not documented.</summary>
    public string? DeletionJson { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>How it is billed by the hour, or null.</summary>
    public HourlyBilling? Hourly { get; init; }

    /// <summary>When the product was ordered: in the reference's samples the order's <c>unix.created</c> equals <c>payment.unix</c>, and where it is billed by
    /// the hour <c>hourly.payment.start</c>; the product's own <c>unix</c> is its delivery.</summary>
    public DateTimeOffset? OrderedAt => CreatedAt ?? Hourly?.StartedAt;

    /// <summary>Whose product it is: it says so itself, and its payment does.</summary>
    internal static string? CustomerOf(WireValue product) => product.Forgiving["customer"].Text() ?? product.Forgiving["payment"]["customer"].Text();

    internal static Payment Read(WireValue json) => new()
    {
        Uuid = json.Forgiving["uuid"].Text(),
        State = json.Forgiving["state"].Text(),
        Type = json.Forgiving["type"].Text(),
        Price = json["price"].Number(),
        PeriodUuid = json["period"].Kind == JsonValueKind.Object ? json.Forgiving["period"]["uuid"].Text() : json.Forgiving["period"].TextOrFalse(),
        PeriodName = json["period"].Kind == JsonValueKind.Object ? json.Forgiving["period"]["displayName"].Text() : null,
        PeriodMonths = json["period"].Kind == JsonValueKind.Object ? json["period"]["priceMultiplier"].Number() : null,
        ProductName = json["product"]["name"].Text(),
        IsAutoRenewed = json.Forgiving["autoRenew"].Flag() ?? false,
        DeletionJson = json["deletion"].Raw(),
        CreatedAt = json.Forgiving["unix"].Time(),
        Hourly = json["hourly"].Optional(HourlyBilling.Read),
    };
}
