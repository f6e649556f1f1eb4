using TerraformPlugin.Wire.Protocol;

namespace TerraformPlugin.Server.Absent;

/// <summary>The provider has no ephemeral resources.</summary>
internal static class EphemeralResourceHandlers
{
    private const string Feature = "ephemeral resource";

    public static Task<ValidateEphemeralResourceConfig.Types.Response> ValidateAsync(
        ValidateEphemeralResourceConfig.Types.Request request, CancellationToken cancellationToken)
    {
        var response = new ValidateEphemeralResourceConfig.Types.Response();
        response.Diagnostics.AddRange(AbsentFeature.Of(Feature, request.TypeName));
        return Task.FromResult(response);
    }

    public static Task<OpenEphemeralResource.Types.Response> OpenAsync(
        OpenEphemeralResource.Types.Request request, CancellationToken cancellationToken)
    {
        var response = new OpenEphemeralResource.Types.Response();
        response.Diagnostics.AddRange(AbsentFeature.Of(Feature, request.TypeName));
        return Task.FromResult(response);
    }

    public static Task<RenewEphemeralResource.Types.Response> RenewAsync(
        RenewEphemeralResource.Types.Request request, CancellationToken cancellationToken)
    {
        var response = new RenewEphemeralResource.Types.Response();
        response.Diagnostics.AddRange(AbsentFeature.Of(Feature, request.TypeName));
        return Task.FromResult(response);
    }

    public static Task<CloseEphemeralResource.Types.Response> CloseAsync(
        CloseEphemeralResource.Types.Request request, CancellationToken cancellationToken)
    {
        var response = new CloseEphemeralResource.Types.Response();
        response.Diagnostics.AddRange(AbsentFeature.Of(Feature, request.TypeName));
        return Task.FromResult(response);
    }
}
