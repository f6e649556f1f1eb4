using System.Text.Json;
using Dashserv.Api.Json;

namespace Dashserv.Api.Models;

/// <summary>A model on the marketplace, or of a server (API reference, Dedicated server / Get marketplace).</summary>
public sealed record MarketplaceModel
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

    /// <summary>As it is offered: what it is made of need not be told to order it.</summary>
    internal static MarketplaceModel Read(WireValue json) => Read(json, offer: json, hardware: json.Forgiving);

    /// <summary>Of a server, which is there whether or not more are offered; null where it is no model.</summary>
    internal static MarketplaceModel? OfServer(WireValue json) => json.Kind == JsonValueKind.Object && json["uuid"].IsAbsent
        ? null
        : json.Optional(static model => Read(model, offer: model.Forgiving, hardware: model));

    private static MarketplaceModel Read(WireValue json, WireValue offer, WireValue hardware) => new()
    {
        Uuid = json["uuid"].RequiredText(),
        Product = json.Forgiving["product"].Text(),
        AllowsPreorder = offer["allowPreorder"].Flag() ?? false,
        Stock = offer["stock"].Whole() ?? 0,
        IsVisible = json.Forgiving["visible"].Flag() ?? true,
        DisplayName = offer["string"].Text(),
        Cpu = hardware["cpu"].Optional(ModelCpu.Read),
        Ram = hardware["ram"].Optional(ModelRam.Read),
        Disks = hardware["disks"]["all"].List(ModelDisk.Read),
        DisksDisplay = json.Forgiving["disks"]["string"].Text(),
        MaxDisks = json.Forgiving["disks"]["maxCapacity"].Whole(),
        NetworkPorts = Bandwidth(hardware)["amount"].Whole(),
        PortMbit = Bandwidth(hardware)["quantity"].Number(),
        MonthlyPrice = json.Forgiving["price"]["monthly"].Number(),
        SetupPrice = json.Forgiving["price"]["setup"].Number(),
    };

    // Misspelt on the wire; should it ever be corrected, that must not cost us the value.
    private static WireValue Bandwidth(WireValue json) =>
        json["network"]["bandwith"] is { IsAbsent: false } misspelt ? misspelt : json["network"]["bandwidth"];
}
