using Google.Protobuf;
using Grpc.AspNetCore.Server.Model;
using Grpc.Core;
using TerraformPlugin.Wire.GoPlugin;

namespace TerraformPlugin.Hosting.Rpc;

/// <summary>The controller's one method. It is bound by itself because its effect comes after its answer, which only the call's context can tell.</summary>
internal sealed class ShutdownMethod(PluginLifetime lifetime) : IServiceMethodProvider<RpcHost>
{
    public void OnServiceMethodDiscovery(ServiceMethodProviderContext<RpcHost> context) => context.AddUnaryMethod(
        new Method<IMessage, IMessage>(
            MethodType.Unary,
            "plugin.GRPCController",
            "Shutdown",
            RpcMarshaller.Reading(Empty.Parser),
            RpcMarshaller.Writing),
        [],
        (_, _, call) => AnswerAsync(call));

    private async Task<IMessage> AnswerAsync(ServerCallContext call)
    {
        await lifetime.ShutdownAskedAsync().ConfigureAwait(false);
        call.GetHttpContext().Response.OnCompleted(() =>
        {
            lifetime.ShutdownAnswered();
            return Task.CompletedTask;
        });
        return new Empty();
    }
}
