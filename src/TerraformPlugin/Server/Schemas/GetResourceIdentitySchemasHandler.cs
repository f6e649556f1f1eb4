using Google.Protobuf;
using TerraformPlugin.Wire.Protocol;

namespace TerraformPlugin.Server.Schemas;

/// <summary>No resource has an identity; core then asks for none.</summary>
internal static class GetResourceIdentitySchemasHandler
{
    public static Task<IMessage> HandleAsync(GetResourceIdentitySchemas.Types.Request request, CancellationToken cancellationToken) =>
        Task.FromResult<IMessage>(new GetResourceIdentitySchemas.Types.Response());
}
