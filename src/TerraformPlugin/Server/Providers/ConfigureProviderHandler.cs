using TerraformPlugin.Values;
using TerraformPlugin.Wire;
using TerraformPlugin.Wire.Protocol;

namespace TerraformPlugin.Server.Providers;

/// <summary>Takes a provider configuration in use; core calls it in every walk but validate, and more than once in debug mode.</summary>
internal sealed class ConfigureProviderHandler(ProviderSession session)
{
    public async Task<ConfigureProvider.Types.Response> HandleAsync(ConfigureProvider.Types.Request request, CancellationToken cancellationToken)
    {
        var diagnostics = new Diagnostics();
        await session.GuardAsync(diagnostics, cancellationToken, stop =>
        {
            var config = request.Config.ToValue(session.Provider.UntypedSchema.Table.ObjectType);
            return session.Provider.ConfigureAsync(config, request.TerraformVersion, diagnostics, stop);
        }).ConfigureAwait(false);
        var response = new ConfigureProvider.Types.Response();
        response.Diagnostics.AddRange(diagnostics.ToMessages());
        return response;
    }
}
