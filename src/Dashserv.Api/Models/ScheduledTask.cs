using Dashserv.Api.Json;

namespace Dashserv.Api.Models;

/// <summary>Something to be done to a vserver again and again (API reference, vServer / Get scheduled tasks).</summary>
public sealed record ScheduledTask
{
    /// <summary>Its id.</summary>
    public required string Uuid { get; init; }

    /// <summary>As the API writes it, such as <c>ACTIVE</c>.</summary>
    public string? Status { get; init; }

    /// <summary>Such as <c>DAILY</c>.</summary>
    public string? Interval { get; init; }

    /// <summary>Such as <c>BACKUP</c>.</summary>
    public string? Command { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last done, or null.</summary>
    public DateTimeOffset? LastRunAt { get; init; }

    /// <summary>When it will be done next.</summary>
    public DateTimeOffset? NextRunAt { get; init; }

    internal static ScheduledTask Read(WireValue json) => new()
    {
        Uuid = json["uuid"].RequiredId(),
        Status = json["status"].Text(),
        Interval = json["interval"].Text(),
        Command = json["command"].Text(),
        CreatedAt = json["unix"]["created"].Time(),
        LastRunAt = json["unix"]["execution"]["last"].Time(),
        NextRunAt = json["unix"]["execution"]["next"].Time(),
    };
}
