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

    /// <summary>One of a list, which has others' addresses as well: what kind it is, and whose, tells them apart.</summary>
    internal static IpAddress Read(WireValue json) => Read(json, kind: json, subnet: json.Forgiving);

    /// <summary>A server's own, or null where there is none: also where there is only what would belong to one.</summary>
    internal static IpAddress? ReadOwn(WireValue json) => json.Kind == JsonValueKind.Object && json["ip"].IsAbsent
        ? null
        : json.Optional(static address => Read(address, kind: address.Forgiving, subnet: address));

    private static IpAddress Read(WireValue json, WireValue kind, WireValue subnet) => json.Kind == JsonValueKind.String
        ? new IpAddress { Ip = json.RequiredText() }
        : new IpAddress
        {
            Uuid = json.Forgiving["uuid"].Text(),
            Ip = json["ip"].RequiredText(),
            Type = kind["type"].Text(),
            Status = kind["status"].Text(),
            Subnet = subnet["subnet"].Optional(Subnet.Read),
            CreatedAt = json.Forgiving["unix"]["created"].Time(),
            AssignedAt = json.Forgiving["unix"]["userchange"].Time(),
            ReverseDns = json.Forgiving["settings"]["rdns"].TextOrFalse(),
            CustomName = json.Forgiving["customName"].TextOrFalse(),
            Layer4 = json.Forgiving["settings"]["layer4"].Text(),
            Layer7 = json.Forgiving["settings"]["layer7"].Text(),
            HasAlert = json.Forgiving["settings"]["alert"].Flag(),
        };

    /// <summary>The addresses in an entry whose shape the reference does not show: a text, an address, or an interface that has some.</summary>
    internal static IEnumerable<IpAddress> ReadAny(WireValue json)
    {
        if (json.Kind == JsonValueKind.String || (json.Kind == JsonValueKind.Object && json["ip"].Kind == JsonValueKind.String))
        {
            return [Read(json)];
        }

        return json.Kind != JsonValueKind.Object
            ? []
            : ((string[])["ipv4", "ipv6"]).Select(name => json[name]).Where(static nested => nested.Kind is JsonValueKind.String or JsonValueKind.Object)
            .SelectMany(ReadAny);
    }
}
