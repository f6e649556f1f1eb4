using Google.Protobuf;
using Grpc.AspNetCore.Server.Model;
using Grpc.Core;
using TerraformPlugin.Server;

namespace TerraformPlugin.Hosting.Rpc;

/// <summary>Binds every method, of whatever service, as one closed type.</summary>
internal sealed class RpcMethodProvider(IReadOnlyList<RpcMethod> methods) : IServiceMethodProvider<RpcHost>
{
    public void OnServiceMethodDiscovery(ServiceMethodProviderContext<RpcHost> context)
    {
        foreach (var method in methods)
        {
            Bind(context, method);
        }
    }

    private static void Bind(ServiceMethodProviderContext<RpcHost> context, RpcMethod method)
    {
        switch (method)
        {
            case UnaryRpc rpc:
                context.AddUnaryMethod(
                    Describe(rpc, MethodType.Unary),
                    [],
                    (_, request, call) => rpc.Handler(request, call.CancellationToken));
                break;
            case ServerStreamingRpc rpc:
                context.AddServerStreamingMethod(
                    Describe(rpc, MethodType.ServerStreaming),
                    [],
                    (_, request, responses, call) => rpc.Handler(request, responses.WriteAsync, call.CancellationToken));
                break;
            case ClientStreamingRpc { SingleResponse: true } rpc:
                context.AddClientStreamingMethod(
                    Describe(rpc, MethodType.ClientStreaming),
                    [],
                    (_, requests, call) => SingleResponseAsync(rpc, requests, call.CancellationToken));
                break;
            case ClientStreamingRpc rpc:
                context.AddDuplexStreamingMethod(
                    Describe(rpc, MethodType.DuplexStreaming),
                    [],
                    (_, requests, responses, call) =>
                        rpc.Handler(requests.ReadAllAsync(call.CancellationToken), responses.WriteAsync, call.CancellationToken));
                break;
            default:
                throw new NotSupportedException($"{method.Service}/{method.Name} is of an unknown kind.");
        }
    }

    private static async Task<IMessage> SingleResponseAsync(
        ClientStreamingRpc rpc,
        IAsyncStreamReader<IMessage> requests,
        CancellationToken cancellationToken)
    {
        IMessage? response = null;
        await rpc.Handler(requests.ReadAllAsync(cancellationToken), Keep, cancellationToken).ConfigureAwait(false);
        return response ?? throw new InvalidOperationException($"{rpc.Service}/{rpc.Name} gave no response.");

        Task Keep(IMessage message)
        {
            response = message;
            return Task.CompletedTask;
        }
    }

    private static Method<IMessage, IMessage> Describe(RpcMethod method, MethodType type) =>
        new(type, method.Service, method.Name, RpcMarshaller.Reading(method.RequestParser), RpcMarshaller.Writing);
}
