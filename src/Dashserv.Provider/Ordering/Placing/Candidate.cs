using System.Globalization;
using Dashserv.Api.Models;

namespace Dashserv.Provider.Ordering.Placing;

/// <summary>A product that may be what a lost order became.</summary>
internal sealed record Candidate(IProduct Product)
{
    public string Uuid => Product.Uuid;

    /// <summary>Whether it may be taken for what was ordered, by all that the API tells of it. What may not is never adopted, but told to the user.</summary>
    public bool Fits { get; init; } = true;

    /// <summary>When it was ordered, by the API's clock.</summary>
    public DateTimeOffset? OrderedAt => Product.Payment?.OrderedAt;

    public override string ToString()
    {
        var price = Prices.Hourly(Product.Payment) is { } hourly ? $"{hourly.ToString("0.#####", CultureInfo.InvariantCulture)} EUR per hour" : "price unknown";
        return $"{Product.Name ?? "(without a name)"}, ordered {OrderedAt?.ToString("u", CultureInfo.InvariantCulture) ?? "at an unknown time"}, {price}";
    }
}
