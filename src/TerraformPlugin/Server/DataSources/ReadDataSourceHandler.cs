using Google.Protobuf;
using TerraformPlugin.Authoring;
using TerraformPlugin.Planning;
using TerraformPlugin.Wire;
using TerraformPlugin.Wire.Protocol;

namespace TerraformPlugin.Server.DataSources;

/// <summary>Reads a data source, in each plan anew.</summary>
internal sealed class ReadDataSourceHandler(ProviderSession session)
{
    public Task<IMessage> HandleAsync(ReadDataSource.Types.Request request, CancellationToken cancellationToken)
    {
        var response = new ReadDataSource.Types.Response();
        return session.AnswerAsync(response, response.Diagnostics, cancellationToken, async (diagnostics, cancellationToken) =>
        {
            var source = session.Provider.DataSources[request.TypeName];
            var table = source.UntypedSchema.Table;
            var config = request.Config.ToValue(table.ObjectType);
            try
            {
                var state = await DataSourceReader.ReadAsync(
                    table, config, completed => source.ReadAsync(completed, diagnostics, cancellationToken), diagnostics).ConfigureAwait(false);
                response.State = state?.ToMessage(table.ObjectType);
            }
            catch (UnknownConfigurationException) when (request.ClientCapabilities?.DeferralAllowed == true)
            {
                response.State = DataSourceReader.PutOff(table, config).ToMessage(table.ObjectType);
                response.Deferred = new Deferred { Reason = Deferred.Types.Reason.ProviderConfigUnknown };
            }
        });
    }
}
