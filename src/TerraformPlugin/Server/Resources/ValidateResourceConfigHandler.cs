using TerraformPlugin.Planning;
using TerraformPlugin.Values;
using TerraformPlugin.Wire;
using TerraformPlugin.Wire.Protocol;

namespace TerraformPlugin.Server.Resources;

/// <summary>Checks a resource block without the API: once per block in the validate walk, again per instance in plan and apply.</summary>
internal sealed class ValidateResourceConfigHandler(ProviderSession session)
{
    public async Task<ValidateResourceConfig.Types.Response> HandleAsync(
        ValidateResourceConfig.Types.Request request, CancellationToken cancellationToken)
    {
        var diagnostics = new Diagnostics();
        await session.GuardAsync(diagnostics, cancellationToken, async stop =>
        {
            var resource = session.Provider.Resources[request.TypeName];
            var table = resource.UntypedSchema.Table;
            var config = request.Config.ToValue(table.ObjectType);
            ConfigCheck.Run(table, config, diagnostics, request.ClientCapabilities?.WriteOnlyAttributesAllowed ?? false);
            if (!diagnostics.HasErrors && config is TfMapping)
            {
                await resource.ValidateAsync(config, diagnostics, stop).ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
        var response = new ValidateResourceConfig.Types.Response();
        response.Diagnostics.AddRange(diagnostics.ToMessages());
        return response;
    }
}
