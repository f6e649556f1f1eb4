using System.Text.Json.Nodes;
using Dashserv.Api.Secrets;

namespace Dashserv.Provider.Products;

/// <summary>What the API says of a product, for the state: without what moves by itself, which would be noise in every plan, and without what looks like a
/// secret.</summary>
internal static class ProductAttributes
{
    /// <summary>Hours billed, bytes sent, load: all of it is in the data sources.</summary>
    private static readonly string[] Moving = ["payment", "traffic", "stats"];

    // It knows no secrets: what it takes out is what stands before a URL's host.
    private static readonly Redactor Urls = new();

    public static string Of(string json)
    {
        if (JsonNode.Parse(json) is not { } node)
        {
            return json;
        }

        Clean(node);
        return Urls.Clean(node.ToJsonString());
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
        Moving.Contains(name, StringComparer.OrdinalIgnoreCase) || SecretNames.Match(name);
}
