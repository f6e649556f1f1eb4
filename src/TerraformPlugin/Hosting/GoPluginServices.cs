using Google.Protobuf;
using TerraformPlugin.Server;
using TerraformPlugin.Wire.GoPlugin;
using Empty = TerraformPlugin.Wire.GoPlugin.Empty;

namespace TerraformPlugin.Hosting;

/// <summary>The three services that go-plugin expects of every plugin.</summary>
internal static class GoPluginServices
{
    public static IReadOnlyList<RpcMethod> Methods(PluginLifetime lifetime) =>
    [
        new UnaryRpc("plugin.GRPCController", "Shutdown", Empty.Parser, (_, _) => Shutdown(lifetime)),
        new ServerStreamingRpc(
            "plugin.GRPCStdio",
            "StreamStdio",
            Google.Protobuf.WellKnownTypes.Empty.Parser,
            (_, _, cancellationToken) => HoldOpen.UntilCancelled(cancellationToken)),
        new ClientStreamingRpc(
            "plugin.GRPCBroker",
            "StartStream",
            ConnInfo.Parser,
            SingleResponse: false,
            (_, _, cancellationToken) => HoldOpen.UntilCancelled(cancellationToken)),
    ];

    private static Task<IMessage> Shutdown(PluginLifetime lifetime)
    {
        lifetime.RequestShutdown();
        return Task.FromResult<IMessage>(new Empty());
    }
}
