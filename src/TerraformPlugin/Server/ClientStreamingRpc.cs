using Google.Protobuf;

namespace TerraformPlugin.Server;

/// <summary>A stream of requests, a stream of responses (one for a client-streaming call: <paramref name="SingleResponse"/>).</summary>
internal sealed record ClientStreamingRpc(
    string Service,
    string Name,
    MessageParser RequestParser,
    bool SingleResponse,
    Func<IAsyncEnumerable<IMessage>, Func<IMessage, Task>, CancellationToken, Task> Handler) : RpcMethod(Service, Name, RequestParser);
