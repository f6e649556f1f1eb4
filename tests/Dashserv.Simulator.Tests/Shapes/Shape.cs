namespace Dashserv.Simulator.Tests.Shapes;

/// <summary>
/// Compares two JSON values by keys and JSON types, recursively. Elements of a list must each have the shape of the sample's first element or of another of
/// its elements; null may stand for a value, and a value for null, only under names that are known to be nullable.
/// </summary>
internal static class Shape
{
    private static readonly HashSet<string> Nullable =
    [
        "rdns", "period", "deletion", "customName", "ready", "finished", "end", "last", "next", "log", "os", "ssh", "statusData", "coupon", "data", "realName",
        "layer7", "layer4", "children", "billId", "productuuid", "type", "hourly",
    ];

    public static void AssertSame(JsonNode? sample, JsonNode? actual)
    {
        var differences = Differences("$", sample, actual).ToList();
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    public static IEnumerable<string> Differences(string path, JsonNode? sample, JsonNode? actual)
    {
        var name = path[(path.LastIndexOf('.') + 1)..];
        if (sample is null || actual is null)
        {
            return sample is null == actual is null || Nullable.Contains(name) ? [] : [$"{path}: sample {Kind(sample)}, actual {Kind(actual)}"];
        }

        if (Kind(sample) != Kind(actual))
        {
            return [$"{path}: sample {Kind(sample)}, actual {Kind(actual)}"];
        }

        return (sample, actual) switch
        {
            (JsonObject s, JsonObject a) => Differences(path, s, a),
            (JsonArray s, JsonArray a) => a.SelectMany((item, i) => Element($"{path}[{i}]", s, item)),
            _ => [],
        };
    }

    private static IEnumerable<string> Differences(string path, JsonObject sample, JsonObject actual)
    {
        foreach (var missing in sample.Select(p => p.Key).Except(actual.Select(p => p.Key)))
        {
            yield return $"{path}.{missing}: missing";
        }

        foreach (var extra in actual.Select(p => p.Key).Except(sample.Select(p => p.Key)))
        {
            yield return $"{path}.{extra}: not in the sample";
        }

        foreach (var (key, value) in sample)
        {
            if (!actual.ContainsKey(key))
            {
                continue;
            }

            foreach (var difference in Differences($"{path}.{key}", value, actual[key]))
            {
                yield return difference;
            }
        }
    }

    private static List<string> Element(string path, JsonArray samples, JsonNode? item)
    {
        // An empty list of the sample says nothing about its elements.
        var each = samples.Select(s => Differences(path, s, item).ToList()).ToList();
        return each.Count == 0 || each.Any(d => d.Count == 0) ? [] : each[0];
    }

    private static string Kind(JsonNode? node) => node?.GetValueKind() switch
    {
        null => "null",
        System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False => "bool",
        var kind => kind.Value.ToString(),
    };
}
