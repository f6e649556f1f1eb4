using Google.Protobuf;
using Grpc.Core;
using Grpc.Health.V1;
using TerraformPlugin.Server;
using Status = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace TerraformPlugin.Hosting.Rpc;

/// <summary>gRPC's health protocol, under the name that go-plugin asks for.</summary>
internal static class HealthService
{
    private const string Service = "grpc.health.v1.Health";

    public static IReadOnlyList<RpcMethod> Methods { get; } =
    [
        new UnaryRpc(Service, "Check", HealthCheckRequest.Parser, Check),
        new ServerStreamingRpc(Service, "Watch", HealthCheckRequest.Parser, Watch),
    ];

    private static Task<IMessage> Check(IMessage request, CancellationToken cancellationToken) => StatusOf(request) is Status.Serving
        ? Task.FromResult<IMessage>(new HealthCheckResponse { Status = Status.Serving })
        : throw new RpcException(new Grpc.Core.Status(StatusCode.NotFound, "unknown service"));

    private static async Task Watch(IMessage request, Func<IMessage, Task> write, CancellationToken cancellationToken)
    {
        await write(new HealthCheckResponse { Status = StatusOf(request) }).ConfigureAwait(false);
        await HoldOpen.UntilCancelled(cancellationToken).ConfigureAwait(false);
    }

    private static Status StatusOf(IMessage request) =>
        ((HealthCheckRequest)request).Service is "" or "plugin" ? Status.Serving : Status.ServiceUnknown;
}
