using System.Text.Json.Nodes;
using CoreHarness.Schemas;

namespace CoreHarness.Rules;

/// <summary>State as it stands in a state file.</summary>
internal static class StoredState
{
    /// <summary>The JSON without attributes that the schema no longer has; core does this where the versions are equal.</summary>
    public static byte[] WithoutStrangers(byte[] json, CoreObject type)
    {
        var state = JsonNode.Parse(json)!.AsObject();
        Remove(state, type);
        return System.Text.Encoding.UTF8.GetBytes(state.ToJsonString());
    }

    private static void Remove(JsonNode? node, CoreObject type)
    {
        if (node is not JsonObject state)
        {
            return;
        }

        foreach (var name in state.Select(p => p.Key).Where(n => type.Type.IndexOf(n) < 0).ToArray())
        {
            state.Remove(name);
        }

        foreach (var attribute in type.Attributes.Where(a => a.Nested is not null))
        {
            IEnumerable<JsonNode?> children = (attribute.Nesting, state[attribute.Name]) switch
            {
                (CoreNesting.Map, JsonObject map) => map.Select(p => p.Value),
                (_, JsonArray array) => array,
                (_, var single) => [single],
            };
            foreach (var child in children)
            {
                Remove(child, attribute.Nested!);
            }
        }
    }
}
