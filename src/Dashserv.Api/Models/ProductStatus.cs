using Dashserv.Api.Json;

namespace Dashserv.Api.Models;

/// <summary>A product's power state (API reference, Modularity).</summary>
public sealed record ProductStatus
{
    /// <summary>Such as <c>online</c> or <c>offline</c>; always lower case.</summary>
    public required string Status { get; init; }

    /// <summary>Why actions can't be carried out at the moment, where the product tells; else null.</summary>
    public string? LockedReason { get; init; }

    internal static ProductStatus Read(WireValue json) => new()
    {
        Status = json["status"].RequiredText().ToLowerInvariant(),
        LockedReason = json["locked"].TextOrFalse(),
    };
}
