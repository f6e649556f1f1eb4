using Dashserv.Api.Json;

namespace Dashserv.Api.Models;

/// <summary>A model on the marketplace, or of a server (API reference, Dedicated server / Get marketplace).</summary>
public sealed record DedicatedServerModel
{
    /// <summary>Its id, as in <c>dedicated-server:{uuid}</c>.</summary>
    public required string Uuid { get; init; }

    /// <summary>The name it is ordered by.</summary>
    public string? Product { get; init; }

    /// <summary>Whether it can be ordered while there is none in stock.</summary>
    public required bool AllowsPreorder { get; init; }

    /// <summary>How many are there to be delivered at once.</summary>
    public required long Stock { get; init; }

    /// <summary>Whether the vendor's own page shows it.</summary>
    public required bool IsVisible { get; init; }

    /// <summary>Such as <c>Intel Xeon E3-1230v2 - 32 GB RAM - 1x 250 GB SSD</c>.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Its processors.</summary>
    public ModelCpu? Cpu { get; init; }

    /// <summary>Its memory.</summary>
    public ModelRam? Ram { get; init; }

    /// <summary>Its disks.</summary>
    public required IReadOnlyList<ModelDisk> Disks { get; init; }

    /// <summary>Its disks, as people read it.</summary>
    public string? DisksDisplay { get; init; }

    /// <summary>How many disks fit.</summary>
    public long? MaxDisks { get; init; }

    /// <summary>How many network ports it has.</summary>
    public long? NetworkPorts { get; init; }

    /// <summary>Mbit/s of each port.</summary>
    public decimal? PortMbit { get; init; }

    /// <summary>EUR per month, as the marketplace shows it.</summary>
    public decimal? MonthlyPrice { get; init; }

    /// <summary>EUR once, as the marketplace shows it.</summary>
    public decimal? SetupPrice { get; init; }

    internal static DedicatedServerModel Read(WireValue json) => new()
    {
        Uuid = json["uuid"].RequiredText(),
        Product = json["product"].Text(),
        AllowsPreorder = json["allowPreorder"].Flag() ?? false,
        Stock = json["stock"].Whole() ?? 0,
        IsVisible = json["visible"].Flag() ?? true,
        DisplayName = json["string"].Text(),
        Cpu = json["cpu"].Optional(ModelCpu.Read),
        Ram = json["ram"].Optional(ModelRam.Read),
        Disks = json["disks"]["all"].List(ModelDisk.Read),
        DisksDisplay = json["disks"]["string"].Text(),
        MaxDisks = json["disks"]["maxCapacity"].Whole(),
        NetworkPorts = Bandwidth(json)["amount"].Whole(),
        PortMbit = Bandwidth(json)["quantity"].Number(),
        MonthlyPrice = json["price"]["monthly"].Number(),
        SetupPrice = json["price"]["setup"].Number(),
    };

    // Misspelt on the wire; should it ever be corrected, that must not cost us the value.
    private static WireValue Bandwidth(WireValue json) =>
        json["network"]["bandwith"] is { IsAbsent: false } misspelt ? misspelt : json["network"]["bandwidth"];
}
