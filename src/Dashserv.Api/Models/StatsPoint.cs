using Dashserv.Api.Json;

namespace Dashserv.Api.Models;

/// <summary>One point of a vserver's graphs (API reference, vServer / Get graphs). Network and disk are in the API's own unit (not stated).</summary>
public sealed record StatsPoint
{
    /// <summary>Its time, as the API writes it: a time of day without a date or zone.</summary>
    public string? Time { get; init; }

    /// <summary>CPU in use, in percent.</summary>
    public decimal? CpuPercent { get; init; }

    /// <summary>Memory in use, in percent.</summary>
    public decimal? RamPercent { get; init; }

    /// <summary>Received.</summary>
    public decimal? NetworkIn { get; init; }

    /// <summary>Sent.</summary>
    public decimal? NetworkOut { get; init; }

    /// <summary>Read.</summary>
    public decimal? DiskRead { get; init; }

    /// <summary>Written.</summary>
    public decimal? DiskWrite { get; init; }

    internal static StatsPoint Read(WireValue json) => new()
    {
        Time = json["time"].Text(),
        CpuPercent = json["cpu_percentage"].Number(),
        RamPercent = json["ram_percentage"].Number(),
        NetworkIn = json["net_in"].Number(),
        NetworkOut = json["net_out"].Number(),
        DiskRead = json["disk_read"].Number(),
        DiskWrite = json["disk_write"].Number(),
    };
}
