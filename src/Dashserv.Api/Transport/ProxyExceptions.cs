using System.Globalization;
using System.Net;

namespace Dashserv.Api.Transport;

/// <summary>What <c>NO_PROXY</c> says: hosts to which calls go direct. Names hold for what is below them, too; networks, ports and <c>*</c> are
/// known.</summary>
internal sealed class ProxyExceptions(string? list)
{
    private readonly string[] _entries = (list ?? "").Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public bool Match(Uri url) => _entries.Any(entry => Match(entry, url));

    private static bool Match(string entry, Uri url)
    {
        var host = url.IdnHost;
        if (entry == "*")
        {
            return true;
        }

        if (IPAddress.TryParse(host, out var address))
        {
            return IPNetwork.TryParse(entry, out var network)
                ? network.Contains(address)
                : IPEndPoint.TryParse(entry, out var end) && end.Address.Equals(address) && (end.Port == 0 || end.Port == url.Port);
        }

        var (name, port) = entry.Split(':') is [var before, var after] ? (before, after) : (entry, null);
        if (port is not null && port != url.Port.ToString(CultureInfo.InvariantCulture))
        {
            return false;
        }

        // ".example.com" is only what is below it.
        var suffix = "." + name.TrimStart('*').TrimStart('.');
        return host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)
            || (name[0] is not ('.' or '*') && host.Equals(name, StringComparison.OrdinalIgnoreCase));
    }
}
