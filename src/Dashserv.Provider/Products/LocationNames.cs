using System.Text.Json;

namespace Dashserv.Provider.Products;

/// <summary>What a product's location is called, from the JSON in its state.</summary>
internal static class LocationNames
{
    public static IEnumerable<string?> In(string? json)
    {
        if (json is null)
        {
            return [];
        }

        using var document = JsonDocument.Parse(json);
        if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("location", out var location) || location.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        var display = location.TryGetProperty("display", out var d) && d.ValueKind == JsonValueKind.Object ? d : default;
        return [Text(location, "uuid"), Text(location, "country"), Text(display, "name"), Text(display, "country")];
    }

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
