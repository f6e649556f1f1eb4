using Google.Protobuf;
using TerraformPlugin.Wire;
using TerraformPlugin.Wire.Protocol;

namespace TerraformPlugin.Server.Providers;

/// <summary>Takes a provider configuration in use; core calls it in every walk but validate, and more than once in debug mode.</summary>
internal sealed class ConfigureProviderHandler(ProviderSession session)
{
    public Task<IMessage> HandleAsync(ConfigureProvider.Types.Request request, CancellationToken cancellationToken)
    {
        var response = new ConfigureProvider.Types.Response();
        return session.AnswerAsync(response, response.Diagnostics, cancellationToken, (diagnostics, cancellationToken) =>
        {
            var config = request.Config.ToValue(session.Provider.UntypedSchema.Table.ObjectType);
            return session.Provider.ConfigureAsync(config, request.TerraformVersion, diagnostics, cancellationToken);
        });
    }
}
