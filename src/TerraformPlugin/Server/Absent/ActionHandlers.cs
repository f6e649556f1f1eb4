using Google.Protobuf;
using TerraformPlugin.Wire.Protocol;

namespace TerraformPlugin.Server.Absent;

/// <summary>The provider has no actions.</summary>
internal static class ActionHandlers
{
    private const string Feature = "action";

    public static Task<IMessage> ValidateAsync(ValidateActionConfig.Types.Request request, CancellationToken cancellationToken)
    {
        var response = new ValidateActionConfig.Types.Response();
        response.Diagnostics.AddRange(AbsentFeature.Of(Feature, request.TypeName));
        return Task.FromResult<IMessage>(response);
    }

    public static Task<IMessage> PlanAsync(PlanAction.Types.Request request, CancellationToken cancellationToken)
    {
        var response = new PlanAction.Types.Response();
        response.Diagnostics.AddRange(AbsentFeature.Of(Feature, request.ActionType));
        return Task.FromResult<IMessage>(response);
    }

    public static Task InvokeAsync(InvokeAction.Types.Request request, Func<IMessage, Task> write, CancellationToken cancellationToken)
    {
        var completed = new InvokeAction.Types.Event.Types.Completed();
        completed.Diagnostics.AddRange(AbsentFeature.Of(Feature, request.ActionType));
        return write(new InvokeAction.Types.Event { Completed = completed });
    }
}
