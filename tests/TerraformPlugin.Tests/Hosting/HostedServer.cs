using TerraformPlugin.Hosting;
using TerraformPlugin.Hosting.Rpc;
using TerraformPlugin.Hosting.Sockets;
using TerraformPlugin.Server;

namespace TerraformPlugin.Tests.Hosting;

/// <summary>A server in this process, in plaintext, with one client.</summary>
internal sealed class HostedServer : IAsyncDisposable
{
    private readonly PluginListener _listener;
    private readonly PluginServer _server;

    private HostedServer(PluginListener listener, PluginServer server, PluginLifetime lifetime)
    {
        _listener = listener;
        _server = server;
        Lifetime = lifetime;
        Client = new PluginClient(listener.Socket.LocalEndPoint!);
    }

    public PluginLifetime Lifetime { get; }

    public PluginClient Client { get; }

    public static async Task<HostedServer> StartAsync(params RpcMethod[] methods)
    {
        var listener = PluginListener.Open(HandshakeEnvironment.Empty);
        var lifetime = new PluginLifetime(endsWithLastConnection: true, TimeProvider.System);
        var server = await PluginServer.StartAsync(
            new PluginServerOptions { Listening = listener.Socket, Methods = methods, Lifetime = lifetime },
            TestContext.Current.CancellationToken);
        return new HostedServer(listener, server, lifetime);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server.DisposeAsync();
        Lifetime.Dispose();
        _listener.Dispose();
    }
}
