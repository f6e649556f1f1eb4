using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace TerraformPlugin.Hosting.Rpc;

/// <summary>Kestrel serving a provider's methods on one socket, with nothing of ASP.NET Core's defaults around it.</summary>
internal sealed class PluginServer : IAsyncDisposable
{
    // What Go's servers take, and more than any client sends.
    private const int LargestMessage = 256 << 20;
    private readonly WebApplication _app;

    private PluginServer(WebApplication app) => _app = app;

    public static async Task<PluginServer> StartAsync(PluginServerOptions options, CancellationToken cancellationToken = default)
    {
        // Not the working directory: it is the user's, and may hold an appsettings.json.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Configure(kestrel, options));
        builder.Services
            .Configure<SocketTransportOptions>(sockets => sockets.CreateBoundListenSocket = _ => options.Listening)
            .AddSingleton(options.Loggers)
            .AddSingleton<IHostLifetime, NoHostLifetime>()
            .AddRpcMethods(options.Methods, options.Lifetime)
            .AddGrpc(grpc =>
            {
                grpc.MaxReceiveMessageSize = LargestMessage;
                grpc.MaxSendMessageSize = LargestMessage;
                // The client is Terraform: what went wrong is what it should show.
                grpc.EnableDetailedErrors = true;
            });

        var app = builder.Build();
        app.MapGrpcService<RpcHost>();
        await app.StartAsync(cancellationToken).ConfigureAwait(false);
        return new PluginServer(app);
    }

    public async ValueTask DisposeAsync()
    {
        // A cancelled token drops the connections instead of waiting for their streams.
        await _app.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }

    private static void Configure(KestrelServerOptions kestrel, PluginServerOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = null;
        // The client may be paused for as long as it likes; these limits are for strangers on the internet.
        kestrel.Limits.MinRequestBodyDataRate = null;
        kestrel.Limits.MinResponseDataRate = null;
        // Not Timeout.InfiniteTimeSpan: added to the clock it overflows, and a connection without a stream is closed at the next second.
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromDays(365);
        // Terraform runs as many calls at once as its user asks for.
        kestrel.Limits.Http2.MaxStreamsPerConnection = int.MaxValue;
        kestrel.Listen(options.Listening.LocalEndPoint!, endpoint =>
        {
            endpoint.Protocols = HttpProtocols.Http2;
            if (options.Tls is { } tls)
            {
                var tlsOptions = tls.ToOptions();
                endpoint.UseHttps(new TlsHandshakeCallbackOptions { OnConnection = _ => ValueTask.FromResult(tlsOptions) });
            }

            // Behind TLS, so that only the client's own connection counts.
            endpoint.Use(next => connection =>
            {
                options.Lifetime.ConnectionOpened(connection.ConnectionClosed);
                return next(connection);
            });
        });
    }
}
