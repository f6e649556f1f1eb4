using Google.Protobuf;
using TerraformPlugin.Wire.Protocol;

namespace TerraformPlugin.Server.Schemas;

/// <summary>The provider has no functions.</summary>
internal static class GetFunctionsHandler
{
    public static Task<IMessage> HandleAsync(GetFunctions.Types.Request request, CancellationToken cancellationToken) =>
        Task.FromResult<IMessage>(new GetFunctions.Types.Response());
}
