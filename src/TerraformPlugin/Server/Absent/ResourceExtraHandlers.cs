using Google.Protobuf;
using TerraformPlugin.Wire.Protocol;

namespace TerraformPlugin.Server.Absent;

/// <summary>What the provider's resources do not have: identities, moves from other types, generated configuration.</summary>
internal static class ResourceExtraHandlers
{
    public static Task<IMessage> UpgradeIdentityAsync(UpgradeResourceIdentity.Types.Request request, CancellationToken cancellationToken)
    {
        var response = new UpgradeResourceIdentity.Types.Response();
        response.Diagnostics.AddRange(AbsentFeature.Of("resource identity", request.TypeName));
        return Task.FromResult<IMessage>(response);
    }

    public static Task<IMessage> MoveAsync(MoveResourceState.Types.Request request, CancellationToken cancellationToken)
    {
        var response = new MoveResourceState.Types.Response();
        response.Diagnostics.AddRange(AbsentFeature.Of("move", $"{request.SourceTypeName} to {request.TargetTypeName}"));
        return Task.FromResult<IMessage>(response);
    }

    public static Task<IMessage> GenerateConfigAsync(GenerateResourceConfig.Types.Request request, CancellationToken cancellationToken)
    {
        var response = new GenerateResourceConfig.Types.Response();
        response.Diagnostics.AddRange(AbsentFeature.Of("configuration generator", request.TypeName));
        return Task.FromResult<IMessage>(response);
    }

    public static Task<IMessage> CallFunctionAsync(CallFunction.Types.Request request, CancellationToken cancellationToken) =>
        Task.FromResult<IMessage>(new CallFunction.Types.Response
        {
            Error = new FunctionError { Text = $"The provider has no function \"{request.Name}\"." },
        });
}
