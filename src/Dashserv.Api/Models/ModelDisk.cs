using Dashserv.Api.Json;

namespace Dashserv.Api.Models;

/// <summary>A disk of a dedicated server's model.</summary>
public sealed record ModelDisk
{
    /// <summary>Such as <c>250 GB DC SSD</c>.</summary>
    public string? Name { get; init; }

    /// <summary>Such as <c>SSD</c>.</summary>
    public string? Type { get; init; }

    /// <summary>In GB; a text on the wire.</summary>
    public decimal? CapacityGb { get; init; }

    internal static ModelDisk Read(WireValue json) => new()
    {
        Name = json["name"].Text(),
        Type = json["type"].Text(),
        CapacityGb = json["capacity"].Number(),
    };
}
