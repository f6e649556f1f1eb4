using Google.Protobuf;

namespace TerraformPlugin.Server;

/// <summary>One method of a gRPC service as data, so that hosting binds all of them as one closed type.</summary>
/// <param name="Service">The service's full name, such as <c>tfplugin6.Provider</c>.</param>
/// <param name="Name">The method's name, such as <c>ReadResource</c>.</param>
/// <param name="RequestParser">Reads one request message.</param>
internal abstract record RpcMethod(string Service, string Name, MessageParser RequestParser);

/// <summary>One request, one response.</summary>
internal sealed record UnaryRpc(
    string Service,
    string Name,
    MessageParser RequestParser,
    Func<IMessage, CancellationToken, Task<IMessage>> Handler) : RpcMethod(Service, Name, RequestParser);

/// <summary>One request, a stream of responses; the delegate it gets writes one of them.</summary>
internal sealed record ServerStreamingRpc(
    string Service,
    string Name,
    MessageParser RequestParser,
    Func<IMessage, Func<IMessage, Task>, CancellationToken, Task> Handler) : RpcMethod(Service, Name, RequestParser);

/// <summary>A stream of requests, a stream of responses (one for a client-streaming call: <paramref name="SingleResponse"/>).</summary>
internal sealed record ClientStreamingRpc(
    string Service,
    string Name,
    MessageParser RequestParser,
    bool SingleResponse,
    Func<IAsyncEnumerable<IMessage>, Func<IMessage, Task>, CancellationToken, Task> Handler) : RpcMethod(Service, Name, RequestParser);
