using System.Text.Json;
using Dashserv.Api.Json;

namespace Dashserv.Api.Models;

/// <summary>A virtual server (API reference, vServer / Get single).</summary>
public sealed record Vserver : IProduct
{
    /// <summary>The product's id.</summary>
    public required string Uuid { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>CPU cores.</summary>
    public long? Cores { get; init; }

    /// <summary>Memory in GB.</summary>
    public decimal? RamGb { get; init; }

    /// <summary>Disk in GB.</summary>
    public long? DiskGb { get; init; }

    /// <summary>What it is installed with.</summary>
    public VserverImage? Image { get; init; }

    /// <summary>How it is paid for.</summary>
    public Payment? Payment { get; init; }

    /// <summary>State of the product, always lower case, such as <c>okay</c>. Not the power state.</summary>
    public string? Status { get; init; }

    /// <inheritdoc/>
    public string? Customer { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Where it runs.</summary>
    public Location? Location { get; init; }

    /// <summary>How many backups it can have.</summary>
    public long? BackupLimit { get; init; }

    /// <summary>How many snapshots it can have.</summary>
    public long? SnapshotLimit { get; init; }

    /// <summary>Its first IPv4 address, or null.</summary>
    public IpAddress? Ipv4 { get; init; }

    /// <summary>Its first IPv6 address, or null.</summary>
    public IpAddress? Ipv6 { get; init; }

    /// <summary>Its network interfaces.</summary>
    public required IReadOnlyList<NetworkInterface> Interfaces { get; init; }

    /// <summary>Further addresses. The reference does not show their shape; what has no address is left out.</summary>
    public required IReadOnlyList<IpAddress> AdditionalAddresses { get; init; }

    /// <summary>Private networks, each as JSON: the reference does not show their shape.</summary>
    public required IReadOnlyList<string> PrivateNetworksJson { get; init; }

    /// <summary>Its traffic.</summary>
    public VserverTraffic? Traffic { get; init; }

    /// <summary>Mbit/s.</summary>
    public decimal? BandwidthMbit { get; init; }

    /// <summary>Whether it is slowed down at present.</summary>
    public bool? IsBandwidthLimited { get; init; }

    internal static Vserver Read(WireValue json)
    {
        var (options, network) = (json["options"], json["network"]);
        return new Vserver
        {
            Uuid = json["uuid"].RequiredId(),
            Name = json["name"].Text(),
            Cores = options["cores"].Whole(),
            RamGb = options["ram"].Number(),
            DiskGb = options["disk"].Whole(),
            Image = ImageOf(json["image"]) ?? ImageOf(options["image"]),
            Payment = json["payment"].Optional(Payment.Read),
            Status = json["status"].Text()?.ToLowerInvariant(),
            Customer = Payment.CustomerOf(json),
            CreatedAt = json["unix"].Kind == JsonValueKind.Object ? json["unix"]["created"].Time() : json["unix"].Time(),
            Location = Location.OfProduct(json["location"]),
            BackupLimit = json["limits"]["backups"].Whole(),
            SnapshotLimit = json["limits"]["snapshot"].Whole(),
            Ipv4 = IpAddress.ReadOwn(network["public"]["ipv4"]),
            Ipv6 = IpAddress.ReadOwn(network["public"]["ipv6"]),
            Interfaces = [.. network.Forgiving["public"]["interfaces"].Members().Select(static item => NetworkInterface.Read(item.Name, item.Value))],
            AdditionalAddresses = [.. network["public"]["additional"].Members().SelectMany(static item => IpAddress.ReadAny(item.Value))],
            PrivateNetworksJson = network.Forgiving["private"].List(static item => item.Raw() ?? "null"),
            Traffic = network["traffic"].Optional(VserverTraffic.Read),
            BandwidthMbit = network["bandwidth"]["amount"].Number(),
            IsBandwidthLimited = network.Forgiving["bandwidth"]["limited"].Flag(),
        };
    }

    private static VserverImage? ImageOf(WireValue json) => json.Kind == JsonValueKind.String
        ? json.Text() is { Length: > 0 } name ? new VserverImage { Name = name, IsVisible = true } : null
        : json.Kind == JsonValueKind.Object && json["name"].IsAbsent ? null : json.Optional(VserverImage.Read);
}
