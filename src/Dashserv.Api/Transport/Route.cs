using System.Net;

namespace Dashserv.Api.Transport;

/// <summary>Whom a connection is made with: the API's host, or the proxy before it. Named by host and port only, as a proxy's address may hold a
/// password.</summary>
internal sealed record Route(Uri Api, Uri? Proxy)
{
    /// <param name="url">Where to.</param>
    /// <param name="proxies">What the environment says of proxies.</param>
    public static Route To(Uri url, IWebProxy proxies)
    {
        // As in NetworkHandler: what goes to this machine takes no proxy.
        var proxy = url.IsLoopback || proxies.IsBypassed(url) ? null : proxies.GetProxy(url);
        return new Route(url, proxy == url ? null : proxy);
    }

    /// <summary>Whom the connection itself is made with.</summary>
    public string FirstHop => Proxy is null ? Api.Authority : $"the proxy {Proxy.Host}:{Proxy.Port}";

    /// <summary>Whom it is for.</summary>
    public string Whole => Proxy is null ? Api.Authority : $"{Api.Authority} by way of {FirstHop}";

    /// <summary>That the name at its beginning is unknown.</summary>
    public string UnknownName => Proxy is null
        ? $"the name {Api.Host} can't be resolved; check `endpoint` and the network"
        : $"the name {Proxy.Host} of the proxy can't be resolved; check HTTPS_PROXY and the network";
}
