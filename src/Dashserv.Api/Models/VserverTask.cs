using Dashserv.Api.Json;

namespace Dashserv.Api.Models;

/// <summary>Something done to a vserver (API reference, vServer / Get tasks). It has no id.</summary>
public sealed record VserverTask
{
    /// <summary>What, such as <c>backup_create</c>.</summary>
    public string? Task { get; init; }

    /// <summary>As the API writes it, such as <c>OK</c>.</summary>
    public string? Status { get; init; }

    /// <summary>When it began.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended; null while it runs.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    internal static VserverTask Read(WireValue json) => new()
    {
        Task = json["task"].Text(),
        Status = json["status"].Text(),
        StartedAt = json["unix"]["start"].Time(),
        EndedAt = json.Forgiving["unix"]["end"].Time(),
    };
}
