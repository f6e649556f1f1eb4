using System.Text;
using System.Text.Json.Nodes;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using TerraformPlugin.Wire;
using TerraformPlugin.Wire.Json;

namespace TerraformPlugin.Planning;

/// <summary>
/// Stored state, of this schema version or an older one, as this version has it. Attributes that no longer exist are dropped, and new
/// ones with a default have it, so that a new version of the provider plans no change.
/// </summary>
internal static class ResourceUpgrader
{
    /// <param name="schema">The resource's schema.</param>
    /// <param name="version">The version of the schema that the state was written with.</param>
    /// <param name="json">The state as the state file has it; empty where it was written before there was any JSON.</param>
    /// <param name="upgradeOneVersion">The resource's own step from one version to the next.</param>
    /// <param name="diagnostics">What is wrong.</param>
    /// <returns>The state; nothing (a C# null) where it cannot be read.</returns>
    public static TfValue? Upgrade(
        ISchema schema, long version, ReadOnlyMemory<byte> json, Func<long, JsonObject, JsonObject> upgradeOneVersion, Diagnostics diagnostics)
    {
        if (json.IsEmpty)
        {
            diagnostics.Error(
                "State is too old",
                "This state was written by Terraform 0.11 or older, which no version of this provider has supported. Import the resource instead.");
            return null;
        }

        var current = version == schema.Version ? json : ThroughEachVersion(schema, version, json, upgradeOneVersion);
        var state = PlanSteps.DefaultsForNull(schema.Table, JsonValueReader.Read(current, schema.Table.ObjectType));

        // An attribute may have become write-only since.
        return PlanSteps.WriteOnlyToNull(schema.Table, state);
    }

    private static byte[] ThroughEachVersion(
        ISchema schema, long version, ReadOnlyMemory<byte> json, Func<long, JsonObject, JsonObject> upgradeOneVersion)
    {
        var state = JsonNode.Parse(json.Span) as JsonObject ?? throw new WireException(AttributePath.Root, "the stored state is not an object");
        for (var from = version; from < schema.Version; from++)
        {
            state = upgradeOneVersion(from, state);
        }

        return Encoding.UTF8.GetBytes(state.ToJsonString());
    }
}
