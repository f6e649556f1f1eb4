using Google.Protobuf;

namespace TerraformPlugin.Server;

/// <summary>One request, one response.</summary>
internal sealed record UnaryRpc(
    string Service,
    string Name,
    MessageParser RequestParser,
    Func<IMessage, CancellationToken, Task<IMessage>> Handler) : RpcMethod(Service, Name, RequestParser);
