using System.Text.Json;
using Dashserv.Api.Json;

namespace Dashserv.Api.Models;

/// <summary>A transaction or an invoice. Not in the reference; nothing but an id is assumed of its shape.</summary>
public sealed record AccountEntry
{
    /// <summary>Its id, if it has one.</summary>
    public string? Uuid { get; init; }

    /// <summary>All of it, as the API wrote it.</summary>
    public required string Json { get; init; }

    internal static AccountEntry Read(WireValue json) => new()
    {
        Uuid = json.Kind == JsonValueKind.Object && json["uuid"].Kind is JsonValueKind.String or JsonValueKind.Number ? json["uuid"].Text() : null,
        Json = json.Raw() ?? "null",
    };
}
