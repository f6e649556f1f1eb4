using TerraformPlugin.Planning;
using TerraformPlugin.Values;
using TerraformPlugin.Wire;
using TerraformPlugin.Wire.Protocol;

namespace TerraformPlugin.Server.DataSources;

/// <summary>Checks a data block without the API.</summary>
internal sealed class ValidateDataResourceConfigHandler(ProviderSession session)
{
    public async Task<ValidateDataResourceConfig.Types.Response> HandleAsync(
        ValidateDataResourceConfig.Types.Request request, CancellationToken cancellationToken)
    {
        var diagnostics = new Diagnostics();
        await session.GuardAsync(diagnostics, cancellationToken, async stop =>
        {
            var source = session.Provider.DataSources[request.TypeName];
            var table = source.UntypedSchema.Table;
            var config = request.Config.ToValue(table.ObjectType);
            ConfigCheck.Run(table, config, diagnostics);
            if (!diagnostics.HasErrors && config is TfMapping)
            {
                await source.ValidateAsync(config, diagnostics, stop).ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
        var response = new ValidateDataResourceConfig.Types.Response();
        response.Diagnostics.AddRange(diagnostics.ToMessages());
        return response;
    }
}
