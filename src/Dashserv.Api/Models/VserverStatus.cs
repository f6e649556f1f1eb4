using Dashserv.Api.Json;

namespace Dashserv.Api.Models;

/// <summary>A vserver's power state (API reference, vServer / Get status).</summary>
public sealed record VserverStatus
{
    /// <summary><c>online</c>, <c>offline</c> or <c>installing</c>; always lower case.</summary>
    public required string Status { get; init; }

    /// <summary>Why actions can't be carried out at the moment; null when they can. It clears by itself.</summary>
    public string? LockedReason { get; init; }

    /// <summary>What it uses, if known.</summary>
    public VserverStats? Stats { get; init; }

    internal static VserverStatus Read(WireValue json) => new()
    {
        Status = json["status"].RequiredText().ToLowerInvariant(),
        LockedReason = json["locked"].TextOrFalse(),
        Stats = json.Forgiving["stats"].Optional(VserverStats.Read),
    };
}
