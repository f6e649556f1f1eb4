using System.Text.Json;
using Dashserv.Api.Json;

namespace Dashserv.Api.Models;

/// <summary>A product the account has or had, also deleted and locked ones. Not in the reference; the vendor's own client reads it.</summary>
public sealed record AccountProduct
{
    /// <summary>The name it was ordered by, such as <c>vserver:configure</c>.</summary>
    public string? ProductName { get; init; }

    /// <summary>The product's id.</summary>
    public string? ProductUuid { get; init; }

    /// <summary>Always lower case.</summary>
    public string? Status { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>All of it, as the API wrote it.</summary>
    public required string Json { get; init; }

    internal static AccountProduct Read(WireValue json) => new()
    {
        ProductName = json["product"]["name"].Text(),
        ProductUuid = json["product"]["uuid"].Text(),
        Status = json["status"].Text()?.ToLowerInvariant(),
        Name = json["name"].Kind is JsonValueKind.Object or JsonValueKind.Array ? json["name"].Raw() : json["name"].Text(),
        Json = json.Raw() ?? "{}",
    };
}
