using System.Text.Json;
using Dashserv.Api.Json;

namespace Dashserv.Api.Models;

/// <summary>An address (API reference, Dedicated server / Get network information).</summary>
public sealed record IpAddress
{
    /// <summary>Its id.</summary>
    public string? Uuid { get; init; }

    /// <summary>The address.</summary>
    public required string Ip { get; init; }

    /// <summary><c>IPv4</c> or <c>IPv6</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Such as <c>GIVEN</c> or <c>AVAILABLE</c>.</summary>
    public string? Status { get; init; }

    /// <summary>Its subnet.</summary>
    public Subnet? Subnet { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was given to its user (<c>userchange</c>).</summary>
    public DateTimeOffset? AssignedAt { get; init; }

    /// <summary>Its reverse name, or null.</summary>
    public string? ReverseDns { get; init; }

    /// <summary>The name its user gave it, or null.</summary>
    public string? CustomName { get; init; }

    /// <summary>Protection on layer 4, such as <c>dynamic</c>.</summary>
    public string? Layer4 { get; init; }

    /// <summary>Protection on layer 7, such as <c>only_on</c>.</summary>
    public string? Layer7 { get; init; }

    /// <summary>Whether its user is told of attacks.</summary>
    public bool? HasAlert { get; init; }

    internal static IpAddress Read(WireValue json) => json.Kind == JsonValueKind.String
        ? new IpAddress { Ip = json.RequiredText() }
        : new IpAddress
        {
            Uuid = json["uuid"].Text(),
            Ip = json["ip"].RequiredText(),
            Type = json["type"].Text(),
            Status = json["status"].Text(),
            Subnet = json["subnet"].Optional(Subnet.Read),
            CreatedAt = json["unix"]["created"].Time(),
            AssignedAt = json["unix"]["userchange"].Time(),
            ReverseDns = json["settings"]["rdns"].TextOrFalse(),
            CustomName = json["customName"].TextOrFalse(),
            Layer4 = json["settings"]["layer4"].Text(),
            Layer7 = json["settings"]["layer7"].Text(),
            HasAlert = json["settings"]["alert"].Flag(),
        };

    /// <summary>The addresses in an entry whose shape the reference does not show: a text, an address, or an interface that has some.</summary>
    internal static IEnumerable<IpAddress> ReadAny(WireValue json)
    {
        if (json.Kind == JsonValueKind.String || (json.Kind == JsonValueKind.Object && json["ip"].Kind == JsonValueKind.String))
            return [Read(json)];
        return json.Kind != JsonValueKind.Object
            ? []
            : ((string[])["ipv4", "ipv6"]).Select(name => json[name]).Where(static nested => nested.Kind is JsonValueKind.String or JsonValueKind.Object).SelectMany(ReadAny);
    }
}
