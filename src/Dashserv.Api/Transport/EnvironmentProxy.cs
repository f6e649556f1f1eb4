using System.Net;
using Dashserv.Api.Secrets;

namespace Dashserv.Api.Transport;

/// <summary>The proxy that the environment names. The runtime would do, but it skips what it cannot read and goes direct, and writes the password into its
/// errors.</summary>
internal sealed class EnvironmentProxy : IWebProxy
{
    /// <summary>The first that is set decides. Calls are made by https only, but for those to this machine, which take no proxy.</summary>
    private static readonly string[] Deciding = ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"];

    private static readonly string[] Others = ["http_proxy", "HTTP_PROXY"];

    private readonly ProxyAddress? _proxy;
    private readonly ProxyExceptions _exceptions;

    /// <param name="environment">Where the variables are looked up.</param>
    /// <param name="redactor">Learns the user info of all of them.</param>
    public EnvironmentProxy(Func<string, string?> environment, Redactor redactor)
    {
        foreach (var name in Deciding.Concat(Others))
        {
            if (environment(name)?.Trim() is not { Length: > 0 } text)
            {
                continue;
            }

            var proxy = ProxyAddress.Parse(text);
            foreach (var secret in proxy.Secrets)
            {
                redactor.Add(secret);
            }

            if (_proxy is null && Deciding.Contains(name))
            {
                (_proxy, Variable) = (proxy, name);
            }
        }

        _exceptions = new ProxyExceptions(environment("no_proxy") is { Length: > 0 } list ? list : environment("NO_PROXY"));
        Credentials = _proxy?.Credential;
    }

    /// <summary>The variable that names it; null where none does.</summary>
    public string? Variable { get; }

    public ICredentials? Credentials { get; set; }

    /// <summary>What decides: this, or where no variable is set, on systems that have such a thing, their settings.</summary>
    public IWebProxy InUse => Variable is null && !OperatingSystem.IsLinux() ? HttpClient.DefaultProxy : this;

    public Uri? GetProxy(Uri destination) => _proxy?.Address;

    // To whoever asks where there is a problem: nothing may go direct because of it. HttpExchange sends nothing then.
    public bool IsBypassed(Uri host) => _proxy?.Address is null || _exceptions.Match(host);

    /// <summary>Why nothing can be sent there: the variable holds no proxy, and going direct is not what was asked for.</summary>
    public string? FindProblem(Uri url) => _proxy?.Problem is { } problem && !url.IsLoopback && !_exceptions.Match(url)
        ? $"{Variable} in the environment is not the address of a proxy: {problem}. Write http://HOST:PORT, or http://NAME:PASSWORD@HOST:PORT, in which "
            + "special characters of the password are percent-encoded; or unset it"
        : null;
}
