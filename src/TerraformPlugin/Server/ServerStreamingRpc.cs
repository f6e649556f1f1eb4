using Google.Protobuf;

namespace TerraformPlugin.Server;

/// <summary>One request, a stream of responses; the delegate it gets writes one of them.</summary>
internal sealed record ServerStreamingRpc(
    string Service,
    string Name,
    MessageParser RequestParser,
    Func<IMessage, Func<IMessage, Task>, CancellationToken, Task> Handler) : RpcMethod(Service, Name, RequestParser);
