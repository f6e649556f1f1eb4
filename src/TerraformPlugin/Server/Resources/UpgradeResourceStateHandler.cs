using Google.Protobuf;
using TerraformPlugin.Planning;
using TerraformPlugin.Wire;
using TerraformPlugin.Wire.Protocol;

namespace TerraformPlugin.Server.Resources;

/// <summary>Reads stored state, of this schema version or an older one. Called for every instance in every walk.</summary>
internal sealed class UpgradeResourceStateHandler(ProviderSession session)
{
    public Task<IMessage> HandleAsync(UpgradeResourceState.Types.Request request, CancellationToken cancellationToken)
    {
        var response = new UpgradeResourceState.Types.Response();
        return session.AnswerAsync(response, response.Diagnostics, cancellationToken, (diagnostics, _) =>
        {
            var resource = session.Provider.Resources[request.TypeName];
            var schema = resource.UntypedSchema;
            var json = request.RawState?.Json.Memory ?? default;
            response.UpgradedState = ResourceUpgrader.Upgrade(schema, request.Version, json, resource.UpgradeOneVersion, diagnostics)
                ?.ToMessage(schema.Table.ObjectType);
            return Task.CompletedTask;
        });
    }
}
