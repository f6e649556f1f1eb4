using System.Net;
using Dashserv.Api.Trust;
using Microsoft.Extensions.Logging;

namespace Dashserv.Api.Transport;

/// <summary>The network: no redirects, no cookies, no guessing, and trust that is our own on Linux.</summary>
internal static class NetworkHandler
{
    private static readonly TimeSpan LongestConnect = TimeSpan.FromSeconds(15);

    public static SocketsHttpHandler Create(DashservClientOptions options, IWebProxy proxy, ILogger logger)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,

            // What goes to this machine must not leave it by way of a proxy.
            UseProxy = !options.Endpoint.IsLoopback,
            Proxy = proxy,

            // No Brotli: a sender chooses how much memory it takes to unpack, up to 16 MiB for each answer.
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            ConnectTimeout = options.RequestTimeout < LongestConnect ? options.RequestTimeout : LongestConnect,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ActivityHeadersPropagator = null,
        };
        if (options.Endpoint.Scheme == Uri.UriSchemeHttps)
        {
            ServerTrust.Apply(handler.SslOptions, options.Environment, logger);
        }

        return handler;
    }
}
