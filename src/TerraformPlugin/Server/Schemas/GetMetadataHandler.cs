using Google.Protobuf;
using TerraformPlugin.Wire.Protocol;

namespace TerraformPlugin.Server.Schemas;

/// <summary>The names of everything the provider has. No core asks for it; multiplexing servers do.</summary>
internal sealed class GetMetadataHandler(ProviderSession session)
{
    public Task<IMessage> HandleAsync(GetMetadata.Types.Request request, CancellationToken cancellationToken)
    {
        var response = new GetMetadata.Types.Response { ServerCapabilities = Capabilities.Message };
        response.Resources.AddRange(session.Provider.Resources.TypeNames.Select(name => new GetMetadata.Types.ResourceMetadata { TypeName = name }));
        response.DataSources.AddRange(session.Provider.DataSources.TypeNames.Select(name => new GetMetadata.Types.DataSourceMetadata { TypeName = name }));
        return Task.FromResult<IMessage>(response);
    }
}
