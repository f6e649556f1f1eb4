using Dashserv.Api.Json;

namespace Dashserv.Api.Models;

/// <summary>An operating system a vserver can be installed with (API reference, vServer / Get available images).</summary>
public sealed record VserverImage
{
    /// <summary>What an installation sends, such as <c>debian11</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The distribution, such as <c>debian</c>.</summary>
    public string? Group { get; init; }

    /// <summary>Such as <c>Debian 11</c>.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Such as <c>11</c>.</summary>
    public string? Version { get; init; }

    /// <summary>Such as <c>QEMU</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Whether the vendor's own form shows it.</summary>
    public required bool IsVisible { get; init; }

    internal static VserverImage Read(WireValue json) => new()
    {
        Name = json["name"].RequiredText(),
        Group = json.Forgiving["group"].Text(),
        DisplayName = json["displayName"].Text(),
        Version = json.Forgiving["version"].Text(),
        Type = json.Forgiving["type"].Text(),
        IsVisible = json.Forgiving["visible"].Flag() ?? true,
    };
}
