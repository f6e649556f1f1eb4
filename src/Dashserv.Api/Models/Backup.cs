using Dashserv.Api.Json;

namespace Dashserv.Api.Models;

/// <summary>A backup of a vserver (API reference, vServer / List backups).</summary>
public sealed record Backup
{
    /// <summary>Its id.</summary>
    public required string Uuid { get; init; }

    /// <summary>Its name; not necessarily unique.</summary>
    public string? Name { get; init; }

    /// <summary>As the API writes it, such as <c>CREATING</c>.</summary>
    public string? Status { get; init; }

    /// <summary>How far it is.</summary>
    public decimal? Percentage { get; init; }

    /// <summary>Its size in bytes; 0 while it is made.</summary>
    public decimal? SizeBytes { get; init; }

    /// <summary>When it was begun.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was finished; null while it is made.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    internal static Backup Read(WireValue json) => new()
    {
        Uuid = json["uuid"].RequiredId(),
        Name = json["name"].Text(),
        Status = json["status"].Text(),
        Percentage = json.Forgiving["percentage"].Number(),
        SizeBytes = json["size"].Number(),
        CreatedAt = json["unix"]["created"].Time(),
        FinishedAt = json["unix"]["finished"].Time(),
    };
}
