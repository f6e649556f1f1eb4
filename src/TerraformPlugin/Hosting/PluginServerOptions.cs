using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TerraformPlugin.Server;

namespace TerraformPlugin.Hosting;

/// <summary>What a server is made of.</summary>
internal sealed record PluginServerOptions
{
    /// <summary>Bound and listening, unix or TCP; the server closes it.</summary>
    public required Socket Listening { get; init; }

    /// <summary>The provider's own methods; go-plugin's and health are added.</summary>
    public required IReadOnlyList<RpcMethod> Methods { get; init; }

    /// <summary>null serves plaintext HTTP/2.</summary>
    public PluginTls? Tls { get; init; }

    /// <summary>Whether the last connection's end is the server's: so it is when Terraform started the process, for it does not come back.</summary>
    public bool EndsWithLastConnection { get; init; }

    public ILoggerFactory Loggers { get; init; } = NullLoggerFactory.Instance;

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
