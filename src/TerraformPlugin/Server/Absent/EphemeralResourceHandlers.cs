using Google.Protobuf;
using TerraformPlugin.Wire.Protocol;

namespace TerraformPlugin.Server.Absent;

/// <summary>The provider has no ephemeral resources.</summary>
internal static class EphemeralResourceHandlers
{
    private const string Feature = "ephemeral resource";

    public static Task<IMessage> ValidateAsync(ValidateEphemeralResourceConfig.Types.Request request, CancellationToken cancellationToken)
    {
        var response = new ValidateEphemeralResourceConfig.Types.Response();
        response.Diagnostics.AddRange(AbsentFeature.Of(Feature, request.TypeName));
        return Task.FromResult<IMessage>(response);
    }

    public static Task<IMessage> OpenAsync(OpenEphemeralResource.Types.Request request, CancellationToken cancellationToken)
    {
        var response = new OpenEphemeralResource.Types.Response();
        response.Diagnostics.AddRange(AbsentFeature.Of(Feature, request.TypeName));
        return Task.FromResult<IMessage>(response);
    }

    public static Task<IMessage> RenewAsync(RenewEphemeralResource.Types.Request request, CancellationToken cancellationToken)
    {
        var response = new RenewEphemeralResource.Types.Response();
        response.Diagnostics.AddRange(AbsentFeature.Of(Feature, request.TypeName));
        return Task.FromResult<IMessage>(response);
    }

    public static Task<IMessage> CloseAsync(CloseEphemeralResource.Types.Request request, CancellationToken cancellationToken)
    {
        var response = new CloseEphemeralResource.Types.Response();
        response.Diagnostics.AddRange(AbsentFeature.Of(Feature, request.TypeName));
        return Task.FromResult<IMessage>(response);
    }
}
