using Dashserv.Api.Json;

namespace Dashserv.Api.Models;

/// <summary>An operating system a dedicated server can be installed with (API reference, Dedicated server / Get templates).</summary>
public sealed record Template
{
    /// <summary>What an installation sends; a number on the wire.</summary>
    public required string Id { get; init; }

    /// <summary>Such as <c>Debian 11 (Bullseye)</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Such as <c>debian</c>.</summary>
    public required string Distribution { get; init; }

    /// <summary>The answer groups them by distribution. What cannot be read cannot be chosen, and does not cost the rest.</summary>
    internal static List<Template> ReadAll(WireValue json)
    {
        if (json.IsAbsent)
        {
            throw new ShapeException(json.Path, "is missing");
        }

        return Read(json.Forgiving) is { Count: > 0 } readable ? readable : Read(json);
    }

    private static List<Template> Read(WireValue groups) => [.. groups.Members().SelectMany(static group => group.Value.List(item => new Template
    {
        Id = item["id"].RequiredText(),
        Name = item["name"].Text() ?? "",
        Distribution = group.Name,
    }))];
}
