using Dashserv.Api.Json;

namespace Dashserv.Api.Models;

/// <summary>The subnet of an address.</summary>
public sealed record Subnet
{
    /// <summary>Its id.</summary>
    public string? Uuid { get; init; }

    /// <summary>Such as <c>AVAILABLE</c>.</summary>
    public string? Status { get; init; }

    /// <summary>Its first address.</summary>
    public string? NetAddress { get; init; }

    /// <summary>Length of the prefix in bits.</summary>
    public long? Prefix { get; init; }

    /// <summary>The netmask.</summary>
    public string? Netmask { get; init; }

    /// <summary>The gateway's address.</summary>
    public string? Gateway { get; init; }

    internal static Subnet Read(WireValue json) => new()
    {
        Uuid = json.Forgiving["uuid"].Text(),
        Status = json.Forgiving["status"].Text(),
        NetAddress = json.Forgiving["netaddress"].Text(),
        Prefix = json["prefix"].Whole(),
        Netmask = json.Forgiving["netmask"].Text(),
        Gateway = json["gateway"].Text(),
    };
}
