using TerraformPlugin.Wire.Protocol;

namespace TerraformPlugin.Server.Absent;

/// <summary>What the provider's resources do not have: identities, moves from other types, generated configuration.</summary>
internal static class ResourceExtraHandlers
{
    public static Task<UpgradeResourceIdentity.Types.Response> UpgradeIdentityAsync(
        UpgradeResourceIdentity.Types.Request request, CancellationToken cancellationToken)
    {
        var response = new UpgradeResourceIdentity.Types.Response();
        response.Diagnostics.AddRange(AbsentFeature.Of("resource identity", request.TypeName));
        return Task.FromResult(response);
    }

    public static Task<MoveResourceState.Types.Response> MoveAsync(MoveResourceState.Types.Request request, CancellationToken cancellationToken)
    {
        var response = new MoveResourceState.Types.Response();
        response.Diagnostics.AddRange(AbsentFeature.Of("move", $"{request.SourceTypeName} to {request.TargetTypeName}"));
        return Task.FromResult(response);
    }

    public static Task<GenerateResourceConfig.Types.Response> GenerateConfigAsync(
        GenerateResourceConfig.Types.Request request, CancellationToken cancellationToken)
    {
        var response = new GenerateResourceConfig.Types.Response();
        response.Diagnostics.AddRange(AbsentFeature.Of("configuration generator", request.TypeName));
        return Task.FromResult(response);
    }

    public static Task<CallFunction.Types.Response> CallFunctionAsync(CallFunction.Types.Request request, CancellationToken cancellationToken) =>
        Task.FromResult(new CallFunction.Types.Response
        {
            Error = new FunctionError { Text = $"The provider has no function \"{request.Name}\"." },
        });
}
