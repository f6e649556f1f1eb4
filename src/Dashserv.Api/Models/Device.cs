using Dashserv.Api.Json;

namespace Dashserv.Api.Models;

/// <summary>The machine behind a dedicated server.</summary>
public sealed record Device
{
    /// <summary>Its id.</summary>
    public string? Uuid { get; init; }

    /// <summary>Such as <c>ready</c>.</summary>
    public string? Status { get; init; }

    /// <summary>When it was set up.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Its model.</summary>
    public MarketplaceModel? Model { get; init; }

    /// <summary>Where it stands.</summary>
    public Location? Location { get; init; }

    /// <summary>Whether the vendor's own page shows it.</summary>
    public bool? IsVisible { get; init; }

    internal static Device Read(WireValue json) => new()
    {
        Uuid = json.Forgiving["uuid"].Text(),
        Status = json.Forgiving["status"].Text(),
        CreatedAt = json.Forgiving["unix"].Time(),
        Model = MarketplaceModel.OfServer(json["model"]),
        Location = Location.OfProduct(json["location"]),
        IsVisible = json.Forgiving["visible"].Flag(),
    };
}
