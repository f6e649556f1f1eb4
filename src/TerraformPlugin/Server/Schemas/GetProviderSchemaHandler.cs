using TerraformPlugin.Values;
using TerraformPlugin.Wire;
using TerraformPlugin.Wire.Protocol;

namespace TerraformPlugin.Server.Schemas;

/// <summary>Every schema. Core asks once per command, on a process of its own.</summary>
internal sealed class GetProviderSchemaHandler(ProviderSession session)
{
    public async Task<GetProviderSchema.Types.Response> HandleAsync(GetProviderSchema.Types.Request request, CancellationToken cancellationToken)
    {
        var response = new GetProviderSchema.Types.Response { ServerCapabilities = Capabilities.Message };
        var diagnostics = new Diagnostics();
        await session.GuardAsync(diagnostics, cancellationToken, _ =>
        {
            response.Provider = session.Provider.UntypedSchema.ToMessage();
            foreach (var name in session.Provider.Resources.TypeNames)
            {
                response.ResourceSchemas[name] = session.Provider.Resources[name].UntypedSchema.ToMessage();
            }

            foreach (var name in session.Provider.DataSources.TypeNames)
            {
                response.DataSourceSchemas[name] = session.Provider.DataSources[name].UntypedSchema.ToMessage();
            }

            return Task.CompletedTask;
        }).ConfigureAwait(false);
        response.Diagnostics.AddRange(diagnostics.ToMessages());
        return response;
    }
}
