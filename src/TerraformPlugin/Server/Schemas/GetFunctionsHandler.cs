using TerraformPlugin.Wire.Protocol;

namespace TerraformPlugin.Server.Schemas;

/// <summary>The provider has no functions.</summary>
internal static class GetFunctionsHandler
{
    public static Task<GetFunctions.Types.Response> HandleAsync(GetFunctions.Types.Request request, CancellationToken cancellationToken) =>
        Task.FromResult(new GetFunctions.Types.Response());
}
