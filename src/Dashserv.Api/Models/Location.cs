using System.Text.Json;
using Dashserv.Api.Json;

namespace Dashserv.Api.Models;

/// <summary>A place where products run (API reference, Get product pricing).</summary>
public sealed record Location
{
    /// <summary>What an order sends as <c>location</c>.</summary>
    public required string Uuid { get; init; }

    /// <summary>Display name, such as <c>Skylink, Eygelshoven</c>.</summary>
    public string? Name { get; init; }

    /// <summary>The country's name, in German.</summary>
    public string? CountryName { get; init; }

    /// <summary>The country's code, such as <c>NL</c>.</summary>
    public string? Country { get; init; }

    /// <summary>Degrees north.</summary>
    public decimal? Latitude { get; init; }

    /// <summary>Degrees east.</summary>
    public decimal? Longitude { get; init; }

    /// <summary>What prices are multiplied with at this place.</summary>
    public required decimal PriceMultiplier { get; init; }

    internal static Location Read(WireValue json) => Read(json, json["priceMultiplier"].Number());

    /// <summary>Of a product, which is there at whatever price; null where the place has no id.</summary>
    internal static Location? OfProduct(WireValue json) => json.Kind == JsonValueKind.Object && json["uuid"].IsAbsent
        ? null
        : json.Optional(static place => Read(place, place.Forgiving["priceMultiplier"].Number()));

    private static Location Read(WireValue json, decimal? priceMultiplier) => new()
    {
        Uuid = json["uuid"].RequiredText(),
        Name = json["display"]["name"].Text(),
        CountryName = json["display"]["country"].Text(),
        Country = json["country"].Text(),
        Latitude = json.Forgiving["location"]["latitude"].Number(),
        Longitude = json.Forgiving["location"]["longitude"].Number(),
        PriceMultiplier = priceMultiplier ?? 1,
    };
}
