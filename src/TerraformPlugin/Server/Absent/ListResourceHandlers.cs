using Google.Protobuf;
using TerraformPlugin.Wire.Protocol;

namespace TerraformPlugin.Server.Absent;

/// <summary>The provider has no list resources.</summary>
internal static class ListResourceHandlers
{
    private const string Feature = "list resource";

    public static Task<IMessage> ValidateAsync(ValidateListResourceConfig.Types.Request request, CancellationToken cancellationToken)
    {
        var response = new ValidateListResourceConfig.Types.Response();
        response.Diagnostics.AddRange(AbsentFeature.Of(Feature, request.TypeName));
        return Task.FromResult<IMessage>(response);
    }

    public static Task ListAsync(ListResource.Types.Request request, Func<IMessage, Task> write, CancellationToken cancellationToken)
    {
        var last = new ListResource.Types.Event();
        last.Diagnostic.AddRange(AbsentFeature.Of(Feature, request.TypeName));
        return write(last);
    }
}
