using Google.Protobuf.WellKnownTypes;
using TerraformPlugin.Server;
using ConnInfo = TerraformPlugin.Wire.GoPlugin.ConnInfo;

namespace TerraformPlugin.Hosting.Rpc;

/// <summary>What go-plugin's client opens beside the provider's service, and never uses.</summary>
internal static class GoPluginServices
{
    public static IReadOnlyList<RpcMethod> Methods { get; } =
    [
        new ServerStreamingRpc(
            "plugin.GRPCStdio",
            "StreamStdio",
            Empty.Parser,
            (_, _, cancellationToken) => HoldOpen.UntilCancelled(cancellationToken)),
        new ClientStreamingRpc(
            "plugin.GRPCBroker",
            "StartStream",
            ConnInfo.Parser,
            SingleResponse: false,
            (_, _, cancellationToken) => HoldOpen.UntilCancelled(cancellationToken)),
    ];
}
