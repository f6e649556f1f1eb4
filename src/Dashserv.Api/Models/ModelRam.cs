using Dashserv.Api.Json;

namespace Dashserv.Api.Models;

/// <summary>The memory of a dedicated server's model.</summary>
public sealed record ModelRam
{
    /// <summary>In GB.</summary>
    public decimal? AmountGb { get; init; }

    /// <summary>As the API counts them.</summary>
    public long? Sticks { get; init; }

    /// <summary>Slots, as the API counts them.</summary>
    public long? Max { get; init; }

    /// <summary>The sticks' model.</summary>
    public string? Model { get; init; }

    /// <summary>Such as <c>DDR3</c>.</summary>
    public string? Type { get; init; }

    internal static ModelRam Read(WireValue json) => new()
    {
        AmountGb = json["amount"].Number(),
        Sticks = json.Forgiving["sticks"].Whole(),
        Max = json.Forgiving["max"].Whole(),
        Model = json["model"].Text(),
        Type = json["type"].Text(),
    };
}
