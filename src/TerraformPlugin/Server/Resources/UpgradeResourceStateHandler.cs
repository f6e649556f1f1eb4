using System.Text.Json.Nodes;
using TerraformPlugin.Authoring;
using TerraformPlugin.Planning;
using TerraformPlugin.Values;
using TerraformPlugin.Wire;
using TerraformPlugin.Wire.Json;
using TerraformPlugin.Wire.Protocol;
using AttributePath = TerraformPlugin.Values.AttributePath;

namespace TerraformPlugin.Server.Resources;

/// <summary>
/// Reads stored state, of this schema version or an older one. Called for every instance in every walk. Attributes that
/// no longer exist are dropped, and new ones with a default have it, so that a new version of the provider plans no change.
/// </summary>
internal sealed class UpgradeResourceStateHandler(ProviderSession session)
{
    public async Task<UpgradeResourceState.Types.Response> HandleAsync(
        UpgradeResourceState.Types.Request request, CancellationToken cancellationToken)
    {
        var response = new UpgradeResourceState.Types.Response();
        var diagnostics = new Diagnostics();
        await session.GuardAsync(diagnostics, cancellationToken, _ =>
        {
            var resource = session.Provider.Resources[request.TypeName];
            var table = resource.UntypedSchema.Table;
            if (request.RawState is null || request.RawState.Json.IsEmpty)
            {
                diagnostics.Error(
                    "State is too old",
                    "This state was written by Terraform 0.11 or older, which no version of this provider has supported. Import the resource instead.");
                return Task.CompletedTask;
            }

            var json = request.Version == resource.UntypedSchema.Version
                ? request.RawState.Json.Memory
                : Upgrade(resource, request.Version, request.RawState.Json.Memory);
            var state = PlanSteps.DefaultsForNull(table, JsonValueReader.Read(json, table.ObjectType));

            // An attribute may have become write-only since.
            state = PlanSteps.WriteOnlyToNull(table, state);
            response.UpgradedState = state.ToMessage(table.ObjectType);
            return Task.CompletedTask;
        }).ConfigureAwait(false);
        response.Diagnostics.AddRange(diagnostics.ToMessages());
        return response;
    }

    private static byte[] Upgrade(Resource resource, long version, ReadOnlyMemory<byte> json)
    {
        var state = JsonNode.Parse(json.Span) as JsonObject ?? throw new WireException(AttributePath.Root, "the stored state is not an object");
        for (var from = version; from < resource.UntypedSchema.Version; from++)
        {
            state = resource.UpgradeOneVersion(from, state);
        }

        return System.Text.Encoding.UTF8.GetBytes(state.ToJsonString());
    }
}
