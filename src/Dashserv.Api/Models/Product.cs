using System.Text.Json;
using Dashserv.Api.Json;

namespace Dashserv.Api.Models;

/// <summary>Any product, as far as all are alike (API reference, Modularity).</summary>
public sealed record Product : IProduct
{
    /// <summary>The product's id.</summary>
    public required string Uuid { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Always lower case, such as <c>okay</c>.</summary>
    public string? Status { get; init; }

    /// <inheritdoc/>
    public string? Customer { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Where it runs, if it says so.</summary>
    public Location? Location { get; init; }

    /// <summary>How it is paid for, if it says so.</summary>
    public Payment? Payment { get; init; }

    /// <summary>All of it, as the API wrote it.</summary>
    public required string Json { get; init; }

    internal static Product Read(WireValue json) => new()
    {
        Uuid = json["uuid"].RequiredId(),
        Name = json["name"].Text(),
        Status = json["status"].Text()?.ToLowerInvariant(),
        Customer = Payment.CustomerOf(json),
        CreatedAt = json["unix"].Kind == JsonValueKind.Object ? json["unix"]["created"].Time() : json["unix"].Time(),
        Location = Location.OfProduct(json["location"].IsAbsent ? json["device"]["location"] : json["location"]),
        Payment = json["payment"].Optional(Payment.Read),
        Json = json.Raw() ?? "{}",
    };
}
