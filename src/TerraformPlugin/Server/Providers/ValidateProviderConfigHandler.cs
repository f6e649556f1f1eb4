using TerraformPlugin.Planning;
using TerraformPlugin.Values;
using TerraformPlugin.Wire;
using TerraformPlugin.Wire.Protocol;

namespace TerraformPlugin.Server.Providers;

/// <summary>Checks a provider block without the API.</summary>
internal sealed class ValidateProviderConfigHandler(ProviderSession session)
{
    public async Task<ValidateProviderConfig.Types.Response> HandleAsync(
        ValidateProviderConfig.Types.Request request, CancellationToken cancellationToken)
    {
        var diagnostics = new Diagnostics();
        await session.GuardAsync(diagnostics, cancellationToken, async stop =>
        {
            var table = session.Provider.UntypedSchema.Table;
            var config = request.Config.ToValue(table.ObjectType);
            ConfigCheck.Run(table, config, diagnostics);
            if (!diagnostics.HasErrors)
            {
                await session.Provider.ValidateAsync(config, diagnostics, stop).ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
        var response = new ValidateProviderConfig.Types.Response();
        response.Diagnostics.AddRange(diagnostics.ToMessages());
        return response;
    }
}
