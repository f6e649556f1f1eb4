using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dashserv.Api.Tests.Fuzz;

/// <summary>An answer that almost is one: something is missing, of another kind, too much, huge, cut off, or no text at all.</summary>
internal static class Mutation
{
    private static readonly string[] Odd =
    [
        "null", "5", "-1.5", "1e400", "\"\"", "\"odd\"", "[]", "{}", "true", "[[[[[[1]]]]]]", "{\"odd\":{\"odd\":[1]}}", "\"\\ud800\"", "\"..\"",
        "\"\\u001b[31m\\u202e\"", "99999999999999999999999999", "\"<b>\"",
    ];

    /// <param name="json">The true answer.</param>
    /// <param name="random">What decides.</param>
    public static byte[] Of(string json, Random random)
    {
        var changes = random.Next(1, 4);
        for (var i = 0; i < changes; i++)
        {
            json = ChangeValue(JsonNode.Parse(json)!, random);
        }

        var bytes = Encoding.UTF8.GetBytes(json);
        var at = random.Next(bytes.Length + 1);
        return random.Next(12) switch
        {
            0 => bytes[..at],
            1 => [.. bytes[..at], 0xC3, 0x28, .. bytes[at..]],
            2 => [.. bytes[..at], (byte)random.Next(256), .. bytes[Math.Min(at + 1, bytes.Length)..]],
            3 => [.. "\uFEFF"u8, .. bytes],
            4 => [.. bytes, .. bytes],
            5 => [.. bytes[..at], .. Encoding.UTF8.GetBytes(new string(random.Next(2) == 0 ? '[' : ' ', random.Next(1, 3000))), .. bytes[at..]],
            6 => Encoding.UTF8.GetBytes($"<html>{json}</html>"),
            _ => bytes,
        };
    }

    private static string ChangeValue(JsonNode root, Random random)
    {
        var all = Below(root).ToList();
        if (all.Count == 0)
        {
            return root.ToJsonString();
        }

        var (parent, key) = all[random.Next(all.Count)];
        const string mark = "\"8f14e45f-mutated\"";
        switch (parent)
        {
            case JsonObject members when random.Next(4) == 0:
                members.Remove((string)key);
                break;
            case JsonArray items when random.Next(4) == 0:
                items.RemoveAt((int)key);
                break;
            case JsonObject members:
                members[(string)key] = JsonNode.Parse(mark);
                break;
            case JsonArray items:
                items[(int)key] = JsonNode.Parse(mark);
                break;
        }

        var odd = random.Next(10) == 0 ? $"\"{new string('x', random.Next(1, 20_000))}\"" : Odd[random.Next(Odd.Length)];
        return Reparsable(root.ToJsonString().Replace(mark, odd, StringComparison.Ordinal));
    }

    // What cannot be read again can only be the last change.
    private static string Reparsable(string json)
    {
        try
        {
            return JsonNode.Parse(json)!.ToJsonString();
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return json.Replace("1e400", "1", StringComparison.Ordinal).Replace("\\ud800", "?", StringComparison.Ordinal);
        }
    }

    private static IEnumerable<(JsonNode Parent, object Key)> Below(JsonNode node) => node switch
    {
        JsonObject members => members.SelectMany(m => (m.Value is null ? [] : Below(m.Value)).Prepend((members, m.Key))),
        JsonArray items => items.SelectMany((item, i) => (item is null ? [] : Below(item)).Prepend((items, i))),
        _ => [],
    };
}
