using Dashserv.Api.Json;

namespace Dashserv.Api.Models;

/// <summary>A network interface of a vserver.</summary>
public sealed record NetworkInterface
{
    /// <summary>Such as <c>net0</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its id.</summary>
    public string? Uuid { get; init; }

    /// <summary>Such as <c>ACTIVE</c>.</summary>
    public string? Status { get; init; }

    /// <summary>Its IPv4 address, or null.</summary>
    public IpAddress? Ipv4 { get; init; }

    /// <summary>Its IPv6 address, or null.</summary>
    public IpAddress? Ipv6 { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    internal static NetworkInterface Read(string key, WireValue json) => new()
    {
        Name = json["name"].Text() ?? key,
        Uuid = json["uuid"].Text(),
        Status = json["status"].Text(),
        Ipv4 = IpAddress.ReadOwn(json["ipv4"]),
        Ipv6 = IpAddress.ReadOwn(json["ipv6"]),
        CreatedAt = json["unix"]["created"].Time(),
    };
}
