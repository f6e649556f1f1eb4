using TerraformPlugin.Hosting;
using TerraformPlugin.Server;

namespace TerraformPlugin.Tests.Hosting;

/// <summary>A server in this process, in plaintext, with one client.</summary>
internal sealed class HostedServer : IAsyncDisposable
{
    private readonly PluginListener _listener;

    private HostedServer(PluginListener listener, PluginServer server)
    {
        _listener = listener;
        Server = server;
        Client = new PluginClient(listener.Socket.LocalEndPoint!);
    }

    public PluginServer Server { get; }

    public PluginClient Client { get; }

    public static async Task<HostedServer> StartAsync(params RpcMethod[] methods)
    {
        var listener = PluginListener.Open(HandshakeEnvironment.Empty);
        var server = await PluginServer.StartAsync(
            new PluginServerOptions { Listening = listener.Socket, Methods = methods, EndsWithLastConnection = true },
            TestContext.Current.CancellationToken);
        return new HostedServer(listener, server);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
        _listener.Dispose();
    }
}
