using System.Diagnostics;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using TerraformPlugin.Hosting;

namespace TerraformPlugin.Tests.Hosting;

/// <summary>A plugin's process, started the way go-plugin's client does it.</summary>
internal sealed class RunningPlugin : IDisposable
{
    // Only so that a fault ends a test instead of hanging it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Process _process;

    // A killed plugin cannot remove its socket.
    private readonly DirectoryInfo _directory;

    private RunningPlugin(Process process, DirectoryInfo directory, X509Certificate2? clientCertificate)
    {
        _process = process;
        _directory = directory;
        ClientCertificate = clientCertificate;
    }

    public X509Certificate2? ClientCertificate { get; }

    public int Id => _process.Id;

    /// <summary>The sockets in the folder that the plugin was given for temporary files.</summary>
    public IEnumerable<string> Sockets => _directory.EnumerateFiles("plugin*").Select(f => f.Name);

    /// <summary>Starts the executable with the cookie, and mutual TLS unless said otherwise.</summary>
    public static RunningPlugin Start(bool tls = true, params (string Name, string? Value)[] variables)
    {
        var certificate = tls ? Hosting.ClientCertificate.Create() : null;
        return Start([], certificate,
            [
                (HandshakeEnvironment.CookieName, HandshakeEnvironment.CookieValue),
                ("PLUGIN_PROTOCOL_VERSIONS", "6,5"),
                ("PLUGIN_MIN_PORT", "10000"),
                ("PLUGIN_MAX_PORT", "25000"),
                ("PLUGIN_CLIENT_CERT", certificate?.ExportCertificatePem()),
                .. variables,
            ]);
    }

    /// <summary>Starts the executable as a person would.</summary>
    public static RunningPlugin StartByHand(params string[] args) => Start(args, null, []);

    public async Task<Handshake> HandshakeAsync() => Handshake.Parse(await ReadLineAsync() ?? "");

    public async Task<string?> ReadLineAsync() => await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience);

    public async Task<string> ReadOutputAsync() => await _process.StandardOutput.ReadToEndAsync().WaitAsync(Patience);

    public async Task<string> ReadErrorAsync() => await _process.StandardError.ReadToEndAsync().WaitAsync(Patience);

    /// <summary>Returns when the plugin has logged a text; what it logged before is read.</summary>
    public async Task LogsAsync(string text)
    {
        while (await _process.StandardError.ReadLineAsync().WaitAsync(Patience) is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"The plugin ended without a word of \"{text}\".");
    }

    public async Task<int> WaitForExitAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    /// <summary>A gRPC client that the plugin was told of.</summary>
    public PluginClient Connect(Handshake handshake) => PluginClient.Connect(handshake, ClientCertificate);

    /// <summary>A bare TLS connection.</summary>
    public async Task<SslStream> ConnectTlsAsync(Handshake handshake, SslProtocols protocols)
    {
        var stream = new SslStream(new NetworkStream(await PluginClient.DialAsync(handshake.EndPoint), ownsSocket: true));
        var options = PluginClient.TlsOptions(handshake, ClientCertificate);
        options.EnabledSslProtocols = protocols;
        await stream.AuthenticateAsClientAsync(options).WaitAsync(Patience);
        return stream;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.WaitForExit();
        _process.Dispose();
        _directory.Delete(recursive: true);
        ClientCertificate?.Dispose();
    }

    private static RunningPlugin Start(string[] args, X509Certificate2? certificate, (string Name, string? Value)[] variables)
    {
        var start = new ProcessStartInfo(PluginExecutable.Path, args) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var inherited in start.Environment.Keys.Where(k => k.StartsWith("TF_") || k.StartsWith("PLUGIN_")).ToList())
        {
            start.Environment.Remove(inherited);
        }

        var directory = Directory.CreateTempSubdirectory();
        start.Environment["TMPDIR"] = directory.FullName;
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        return new RunningPlugin(Process.Start(start)!, directory, certificate);
    }
}
