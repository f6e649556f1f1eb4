using System.Net;

namespace Dashserv.Api.Transport;

/// <summary>What a proxy variable holds, taken apart: an address without user info, so that nothing can show it, and the user info.</summary>
/// <param name="Address">The address; null where there is none to be read.</param>
/// <param name="UserInfo">What stands before the host, as it is written.</param>
/// <param name="Problem">What is wrong with it, without quoting it.</param>
internal sealed record ProxyAddress(Uri? Address, string? UserInfo, string? Problem)
{
    private static readonly string[] Schemes = ["http", "https", "socks4", "socks4a", "socks5"];

    /// <summary>What the proxy is to be told.</summary>
    public NetworkCredential? Credential => UserInfo is null ? null : new NetworkCredential(Uri.UnescapeDataString(Parts[0]), Uri.UnescapeDataString(Parts[1]));

    /// <summary>What of it is secret.</summary>
    public IEnumerable<string> Secrets
    {
        get
        {
            if (Credential is not { } credential)
            {
                return [];
            }

            // A name such as "proxy" is in too many sentences.
            string[] names = credential.UserName.Length >= 8 ? [credential.UserName, Parts[0]] : [];
            return [.. names, Parts[1], credential.Password, UserInfo!, $"{credential.UserName}:{credential.Password}"];
        }
    }

    private string[] Parts => UserInfo!.Split(':', 2) is [var name, var password] ? [name, password] : [UserInfo!, ""];

    public static ProxyAddress Parse(string text)
    {
        var (scheme, rest) = text.Split("://", 2) is [var written, var after] ? (written.ToLowerInvariant(), after) : ("http", text);
        // Whoever forgets to encode a password may have written any character into it.
        var at = rest.LastIndexOf('@');
        var (userInfo, host) = at < 0 ? (null, rest) : (rest[..at], rest[(at + 1)..]);
        scheme = scheme == "socks5h" ? "socks5" : scheme;
        if (!Schemes.Contains(scheme))
        {
            return new ProxyAddress(null, userInfo, $"it is of a kind that is not known; known are {string.Join(", ", Schemes)}");
        }

        if (!Uri.TryCreate($"{scheme}://{host}", UriKind.Absolute, out var address) || address.Host.Length == 0 || address.UserInfo.Length > 0
            || address.PathAndQuery is not ("" or "/") || address.Fragment.Length > 0)
        {
            return new ProxyAddress(null, userInfo, "it is no host and port");
        }

        return address.Port > 0 ? new ProxyAddress(address, userInfo, null) : new ProxyAddress(null, userInfo, "it has no port");
    }
}
