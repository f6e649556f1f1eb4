using Dashserv.Api.Json;

namespace Dashserv.Api.Models;

/// <summary>What a product can be ordered with, now (API reference, Order / Get product pricing).</summary>
public sealed record OrderForm
{
    /// <summary>The product's id in the catalogue.</summary>
    public required string Uuid { get; init; }

    /// <summary>The name it is ordered by, such as <c>vserver:configure</c>.</summary>
    public required string Name { get; init; }

    /// <summary><c>options</c> or <c>packages</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Whether it can be ordered now.</summary>
    public required bool IsAvailable { get; init; }

    /// <summary>What people read.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The vendor's words on it.</summary>
    public string? Description { get; init; }

    /// <summary>How long delivery takes, in the API's own unit (not stated; 0 in the sample).</summary>
    public long? SetupSeconds { get; init; }

    /// <summary>Where it can run.</summary>
    public required IReadOnlyList<Location> Locations { get; init; }

    /// <summary>What an order must say, in the form's order. With packages: what it must say besides.</summary>
    public required IReadOnlyList<FormOption> Options { get; init; }

    /// <summary>The packages to choose from; empty unless the type is <c>packages</c>.</summary>
    public required IReadOnlyList<FormPackage> Packages { get; init; }

    /// <summary>The periods to choose from.</summary>
    public required IReadOnlyList<Period> Periods { get; init; }

    /// <summary>The uuid of the period that the vendor suggests.</summary>
    public string? DefaultPeriod { get; init; }

    /// <summary>Share of the price that this account pays; 1 is all of it.</summary>
    public required decimal PricePercentage { get; init; }

    /// <summary>Whether the form offers packages.</summary>
    public bool HasPackages => Type == "packages";

    internal static OrderForm Read(WireValue json)
    {
        var type = json["type"].Text();
        var isPackaged = type == "packages";
        var options = isPackaged ? json["options"]["additional"] : json["options"];
        var packages = isPackaged ? json["options"]["options"].Members() : [];
        return new OrderForm
        {
            Uuid = json.Forgiving["uuid"].Text() ?? "",
            Name = json["name"].RequiredText(),
            Type = type,
            IsAvailable = json["available"].Flag() ?? true,
            DisplayName = json.Forgiving["display"]["name"].Text(),
            Description = json.Forgiving["display"]["description"].Text(),
            SetupSeconds = json.Forgiving["setupTime"].Whole(),
            Locations = json["locations"].List(Location.Read),
            Options = [.. options.Members().Select(static option => FormOption.Read(option.Name, option.Value))],
            Packages = [.. packages.Select(static package => FormPackage.Read(package.Name, package.Value))],
            Periods = json["pricing"]["periods"].List(Period.Read),
            DefaultPeriod = json["pricing"]["defaultPeriod"].Text(),
            PricePercentage = json.Forgiving["pricing"]["percentage"].Number() ?? 1,
        };
    }
}
