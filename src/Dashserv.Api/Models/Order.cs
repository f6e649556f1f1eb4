using System.Text.Json;
using Dashserv.Api.Json;

namespace Dashserv.Api.Models;

/// <summary>An order and how far it is (API reference, Check order).</summary>
public sealed record Order
{
    /// <summary>The order's id.</summary>
    public required string Uuid { get; init; }

    /// <summary>What was ordered, such as <c>dedicated-server:h5HGC</c>.</summary>
    public string? ProductName { get; init; }

    /// <summary>The product's id, once there is one. It may be there before the order is <c>okay</c>.</summary>
    public string? ProductUuid { get; init; }

    /// <summary>When it was placed.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was delivered, or null.</summary>
    public DateTimeOffset? ReadyAt { get; init; }

    /// <summary><c>installing</c>, <c>wait_for_host</c>, <c>okay</c>, <c>error</c>, <c>cancelled</c>; always lower case. Others may come.</summary>
    public required string Status { get; init; }

    /// <summary>Why it failed, as a text or as JSON.</summary>
    public string? StatusData { get; init; }

    /// <summary>What was sent with the order: options, <c>location</c> and <c>interval</c>.</summary>
    public required IReadOnlyDictionary<string, string> ProductData { get; init; }

    internal static Order Read(WireValue json) => new()
    {
        Uuid = json["uuid"].RequiredId(),
        ProductName = json["product"].Kind == JsonValueKind.Object ? json.Forgiving["product"]["name"].Text() : json.Forgiving["product"].Text(),
        ProductUuid = json["productuuid"].TextOrFalse() is null ? null : json["productuuid"].RequiredId(),
        CreatedAt = json.Forgiving["unix"]["created"].Time(),
        ReadyAt = json.Forgiving["unix"]["ready"].Time(),
        Status = json["status"].RequiredText().ToLowerInvariant(),
        StatusData = json["statusData"].Kind is JsonValueKind.Object or JsonValueKind.Array ? json["statusData"].Raw() : json["statusData"].TextOrFalse(),
        ProductData =
            json.Forgiving["productData"].Members()
                .ToOrderedDictionary(
                    static item => item.Name,
                    static item => item.Value.Kind is JsonValueKind.Object or JsonValueKind.Array ? item.Value.Raw() ?? "" : item.Value.Text() ?? ""),
    };
}
