using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TerraformPlugin.Hosting.Sockets;
using TerraformPlugin.Server;

namespace TerraformPlugin.Hosting.Rpc;

/// <summary>What a server is made of.</summary>
internal sealed record PluginServerOptions
{
    /// <summary>Bound and listening, unix or TCP; the server closes it.</summary>
    public required Socket Listening { get; init; }

    /// <summary>The provider's own methods; go-plugin's and health are added.</summary>
    public required IReadOnlyList<RpcMethod> Methods { get; init; }

    /// <summary>null serves plaintext HTTP/2.</summary>
    public PluginTls? Tls { get; init; }

    /// <summary>Is told of connections and calls, and of the client's wish to end.</summary>
    public required PluginLifetime Lifetime { get; init; }

    public ILoggerFactory Loggers { get; init; } = NullLoggerFactory.Instance;
}
