using System.Text.Json.Nodes;

namespace Dashserv.Acceptance.Tests.Support;

/// <summary>JSON as one line for each of its values, <c>cpu.cores = 4</c>; a text that holds JSON is looked into as well.</summary>
internal static class Leaves
{
    /// <summary>What the second says otherwise than the first; <c>null</c> is what it does not have.</summary>
    public static IReadOnlyList<string> Changed(JsonNode? before, JsonNode? after)
    {
        var (old, now) = (Of(before, ""), Of(after, ""));
        return [.. old.Keys.Union(now.Keys).Where(p => old.GetValueOrDefault(p) != now.GetValueOrDefault(p)).Order(StringComparer.Ordinal)
            .Select(p => $"{p} = {now.GetValueOrDefault(p) ?? "null"}")];
    }

    private static Dictionary<string, string?> Of(JsonNode? node, string path) => node switch
    {
        JsonObject members => Under(members.Select(m => (m.Key, m.Value)), path),
        JsonArray items => Under(items.Select((item, i) => ($"{i}", item)), path),
        JsonValue text when text.TryGetValue<string>(out var json) && json.StartsWith('{') => Of(JsonNode.Parse(json), path),
        _ => new() { [path] = node?.ToString() },
    };

    private static Dictionary<string, string?> Under(IEnumerable<(string Name, JsonNode? Value)> children, string path) =>
        children.SelectMany(c => Of(c.Value, path.Length == 0 ? c.Name : $"{path}.{c.Name}")).ToDictionary();
}
