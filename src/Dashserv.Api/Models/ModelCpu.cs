using Dashserv.Api.Json;

namespace Dashserv.Api.Models;

/// <summary>The processors of a dedicated server's model.</summary>
public sealed record ModelCpu
{
    /// <summary>How many.</summary>
    public long? Amount { get; init; }

    /// <summary>As the processor calls itself.</summary>
    public string? Model { get; init; }

    /// <summary>Such as <c>Intel Xeon E3-1270v2</c>.</summary>
    public string? Name { get; init; }

    /// <summary>Cores of each.</summary>
    public long? Cores { get; init; }

    /// <summary>Threads of each.</summary>
    public long? Threads { get; init; }

    /// <summary>Frequency in GHz.</summary>
    public decimal? BaseGhz { get; init; }

    /// <summary>Highest frequency in GHz.</summary>
    public decimal? TurboGhz { get; init; }

    internal static ModelCpu Read(WireValue json) => new()
    {
        Amount = json["amount"].Whole(),
        Model = json.Forgiving["model"].Text(),
        Name = json["name"].Text(),
        Cores = json["cores"].Whole(),
        Threads = json["threads"].Whole(),
        BaseGhz = json["frequency"]["base"].Number(),
        TurboGhz = json["frequency"]["turbo"].Number(),
    };
}
