using Microsoft.Extensions.Logging;
using TerraformPlugin.Authoring;
using TerraformPlugin.Hosting.Logging;
using TerraformPlugin.Hosting.Rpc;
using TerraformPlugin.Hosting.Sockets;
using TerraformPlugin.Server;

namespace TerraformPlugin.Hosting;

/// <summary>The life of a provider's process, from its arguments to its exit code.</summary>
/// <param name="plugin">What to call ourselves.</param>
/// <param name="provider">Makes the provider; called once, after the client knows where to connect.</param>
/// <param name="time">The clock of whatever the process waits for.</param>
internal sealed class PluginProcess(PluginDescription plugin, Func<ILoggerFactory, Provider> provider, TimeProvider time)
{
    private const int Refused = 1;
    private const int Misused = 2;

    /// <param name="args">The command line; empty when Terraform starts the process.</param>
    public async Task<int> RunAsync(string[] args)
    {
        HomeFolder.Provide();
        OpenSslTrust.IgnoreSystemStore();
        Panic.Install();
        try
        {
            return await RunCommandAsync(args).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            Panic.Report(e);
            return Panic.ExitCode;
        }
    }

    private async Task<int> RunCommandAsync(string[] args)
    {
        switch (PluginTexts.Parse(args))
        {
            case PluginCommand.Version:
                StandardStreams.WriteOutput(PluginTexts.Version(plugin));
                return 0;
            case PluginCommand.Help:
                StandardStreams.WriteOutput(PluginTexts.Help(plugin));
                return 0;
            case PluginCommand.Unknown:
                StandardStreams.WriteError(PluginTexts.UnknownOption(plugin, args));
                return Misused;
            case PluginCommand.Debug:
                await ServeAsync(HandshakeEnvironment.Empty, debug: true).ConfigureAwait(false);
                return 0;
            default:
                return await ServeTerraformAsync().ConfigureAwait(false);
        }
    }

    private async Task<int> ServeTerraformAsync()
    {
        var environment = HandshakeEnvironment.Read(Environment.GetEnvironmentVariable);
        if (!environment.HasCookie)
        {
            StandardStreams.WriteError(PluginTexts.StartedByHand(plugin));
            return Refused;
        }

        await ServeAsync(environment, debug: false).ConfigureAwait(false);
        return 0;
    }

    private async Task ServeAsync(HandshakeEnvironment environment, bool debug)
    {
        // None of these is disposed as a whole: the process ends with them, and ending fast is what the client waits for.
        var lifetime = new PluginLifetime(endsWithLastConnection: !debug, time);
        var listener = PluginListener.Open(environment);
        using var signals = debug ? PluginSignals.EndProcess(listener.RemoveFile) : PluginSignals.Handle(lifetime, listener.RemoveFile);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => listener.RemoveFile();
        try
        {
            var tls = environment.ClientCertificate is { } client ? PluginTls.Create(client, time) : null;
            // The socket accepts already, so the client may as well dial while the rest of us starts.
            StandardStreams.WriteOutput(debug
                ? ReattachLine.Format(plugin.Address, Environment.ProcessId, listener.Network, listener.Address)
                : HandshakeLine.Format(listener.Network, listener.Address, tls is null ? [] : tls.Certificate.Span));

            var loggers = HclogLoggerFactory.Create(plugin, Environment.GetEnvironmentVariable, time);
            var served = provider(loggers);
            loggers.Redact = Panic.Redact = served.Redact;
            var session = new ProviderSession(served);
            lifetime.Stopping += session.Stop;
            session.Stopped += lifetime.CallsStopped;
            lifetime.Ending += session.End;
            await PluginServer.StartAsync(new PluginServerOptions
            {
                Listening = listener.Socket,
                Methods = ProviderRpcs.For(session),
                Tls = tls,
                Lifetime = lifetime,
                Loggers = loggers,
            }).ConfigureAwait(false);
            await lifetime.WaitForEndAsync().ConfigureAwait(false);
        }
        finally
        {
            listener.RemoveFile();
        }
    }
}
