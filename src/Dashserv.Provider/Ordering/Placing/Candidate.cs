using System.Globalization;
using Dashserv.Api.Models;

namespace Dashserv.Provider.Ordering.Placing;

/// <summary>A product that may be what a lost order became.</summary>
/// <param name="Uuid">Its id.</param>
/// <param name="Name">Its name, where it has one.</param>
/// <param name="OrderedAt">When it was ordered, by the API's clock.</param>
/// <param name="HourlyPrice">EUR, gross.</param>
/// <param name="Location">The uuid of where it runs.</param>
internal sealed record Candidate(string Uuid, string? Name, DateTimeOffset? OrderedAt, decimal? HourlyPrice, string? Location)
{
    /// <summary>Whether it may be taken for what was ordered, by all that the API tells of it. What may not is never adopted, but told to the user.</summary>
    public bool Fits { get; init; } = true;

    public static Candidate Of(IProduct product) =>
        new(product.Uuid, product.Name, product.Payment?.OrderedAt, Prices.Hourly(product.Payment), product.Location?.Uuid);

    public override string ToString()
    {
        var price = HourlyPrice is { } hourly ? $"{hourly.ToString("0.#####", CultureInfo.InvariantCulture)} EUR per hour" : "price unknown";
        return $"{Name ?? "(without a name)"}, ordered {OrderedAt?.ToString("u", CultureInfo.InvariantCulture) ?? "at an unknown time"}, {price}";
    }
}
