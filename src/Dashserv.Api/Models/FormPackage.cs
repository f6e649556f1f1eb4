using System.Text.Json;
using Dashserv.Api.Json;

namespace Dashserv.Api.Models;

/// <summary>A ready-made set, where the form's type is packages. Its name goes out as <c>package</c>.</summary>
public sealed record FormPackage
{
    /// <summary>What an order sends.</summary>
    public required string Name { get; init; }

    /// <summary>Monthly price, in EUR.</summary>
    public required decimal Cost { get; init; }

    /// <summary>Price to be paid once, in EUR.</summary>
    public required decimal Setup { get; init; }

    /// <summary>What is in it, by item, in the vendor's words.</summary>
    public required IReadOnlyDictionary<string, string> Content { get; init; }

    internal static FormPackage Read(string name, WireValue json) => new()
    {
        Name = name,
        Cost = json["cost"].Number() ?? 0,
        Setup = json.Forgiving["setup"].Number() ?? 0,
        Content = json["contentItems"].Members().ToOrderedDictionary(static item => item.Name, static item => ContentOf(item.Value)),
    };

    private static string ContentOf(WireValue item) =>
        (item.Kind == JsonValueKind.Object ? item["content"] : item) is var content && content.Kind is JsonValueKind.Object or JsonValueKind.Array
            ? content.Raw() ?? ""
            : content.Text() ?? "";
}
