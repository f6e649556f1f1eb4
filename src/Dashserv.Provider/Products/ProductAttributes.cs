using System.Text.Json.Nodes;

namespace Dashserv.Provider.Products;

/// <summary>What the API says of a product, for the state: without what moves by itself, which would be noise in every plan, and without what looks like a
/// secret.</summary>
internal static class ProductAttributes
{
    /// <summary>Hours billed, bytes sent, load: all of it is in the data sources.</summary>
    private static readonly string[] Moving = ["payment", "traffic", "stats"];

    private static readonly string[] Secrets = ["pass", "kennwort", "secret", "token", "credential", "privatekey", "private_key", "apikey", "api_key"];

    public static string Of(string json)
    {
        if (JsonNode.Parse(json) is not { } node)
        {
            return json;
        }

        Clean(node);
        return node.ToJsonString();
    }

    private static void Clean(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
            {
                Clean(item);
            }
        }
        else if (node is JsonObject members)
        {
            foreach (var name in members.Select(m => m.Key).Where(IsLeftOut).ToList())
            {
                members.Remove(name);
            }

            foreach (var member in members)
            {
                Clean(member.Value);
            }
        }
    }

    private static bool IsLeftOut(string name) =>
        Moving.Contains(name, StringComparer.OrdinalIgnoreCase) || Secrets.Any(s => name.Contains(s, StringComparison.OrdinalIgnoreCase));
}
