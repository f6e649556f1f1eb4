using Dashserv.Api.Json;

namespace Dashserv.Api.Models;

/// <summary>What a vserver uses at this moment (API reference, vServer / Get status).</summary>
public sealed record VserverStats
{
    /// <summary>Seconds since it was started.</summary>
    public decimal? UptimeSeconds { get; init; }

    /// <summary>Memory in bytes.</summary>
    public decimal? RamMaxBytes { get; init; }

    /// <summary>Memory in use, in bytes.</summary>
    public decimal? RamUsedBytes { get; init; }

    /// <summary>Memory in use, in percent.</summary>
    public decimal? RamPercent { get; init; }

    /// <summary>Disk in bytes.</summary>
    public decimal? DiskMaxBytes { get; init; }

    /// <summary>Disk in use, in bytes; the API may not know and say 0.</summary>
    public decimal? DiskUsedBytes { get; init; }

    /// <summary>Bytes written since the start.</summary>
    public decimal? DiskWrittenBytes { get; init; }

    /// <summary>Bytes read since the start.</summary>
    public decimal? DiskReadBytes { get; init; }

    /// <summary>CPU cores.</summary>
    public decimal? Cores { get; init; }

    /// <summary>CPU in use, in percent.</summary>
    public decimal? CpuPercent { get; init; }

    /// <summary>Whether its network is slowed down.</summary>
    public bool? IsNetworkLimited { get; init; }

    /// <summary>Bytes received since the start.</summary>
    public decimal? NetworkIngoingBytes { get; init; }

    /// <summary>Bytes sent since the start.</summary>
    public decimal? NetworkOutgoingBytes { get; init; }

    /// <summary>Traffic counted this month, ingoing.</summary>
    public decimal? TrafficIngoing { get; init; }

    /// <summary>Traffic counted this month, outgoing.</summary>
    public decimal? TrafficOutgoing { get; init; }

    internal static VserverStats Read(WireValue json) => new()
    {
        UptimeSeconds = json["uptime"].Number(),
        RamMaxBytes = json["ram"]["max"].Number(),
        RamUsedBytes = json["ram"]["current"].Number(),
        RamPercent = json["ram"]["usage"].Number(),
        DiskMaxBytes = json["disk"]["max"].Number(),
        DiskUsedBytes = json["disk"]["current"].Number(),
        DiskWrittenBytes = json["disk"]["write"].Number(),
        DiskReadBytes = json["disk"]["read"].Number(),
        Cores = json["cpu"]["cores"].Number(),
        CpuPercent = json["cpu"]["usage"].Number(),
        IsNetworkLimited = json["network"]["limited"].Flag(),
        NetworkIngoingBytes = json["network"]["ingoing"].Number(),
        NetworkOutgoingBytes = json["network"]["outgoing"].Number(),
        TrafficIngoing = json["network"]["traffic"]["ingoing"].Number(),
        TrafficOutgoing = json["network"]["traffic"]["outgoing"].Number(),
    };
}
