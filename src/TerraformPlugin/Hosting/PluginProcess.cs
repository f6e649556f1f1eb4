using Microsoft.Extensions.Logging;
using TerraformPlugin.Server;

namespace TerraformPlugin.Hosting;

/// <summary>The life of a provider's process, from its arguments to its exit code.</summary>
internal static class PluginProcess
{
    private const int Refused = 1;
    private const int Misused = 2;

    /// <param name="args">The command line; empty when Terraform starts the process.</param>
    /// <param name="plugin">What to call ourselves.</param>
    /// <param name="methods">Makes the provider's methods; called once, after the client knows where to connect.</param>
    public static async Task<int> RunAsync(
        string[] args,
        PluginDescription plugin,
        Func<ILoggerFactory, IReadOnlyList<RpcMethod>> methods)
    {
        OpenSslTrust.IgnoreSystemStore();
        Panic.Install();
        try
        {
            return await RunCommandAsync(args, plugin, methods).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            Panic.Report(e);
            return Panic.ExitCode;
        }
    }

    private static async Task<int> RunCommandAsync(
        string[] args,
        PluginDescription plugin,
        Func<ILoggerFactory, IReadOnlyList<RpcMethod>> methods)
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
                await ServeAsync(plugin, HandshakeEnvironment.Empty, debug: true, methods).ConfigureAwait(false);
                return 0;
            default:
                return await ServeTerraformAsync(plugin, methods).ConfigureAwait(false);
        }
    }

    private static async Task<int> ServeTerraformAsync(PluginDescription plugin, Func<ILoggerFactory, IReadOnlyList<RpcMethod>> methods)
    {
        var environment = HandshakeEnvironment.Read(Environment.GetEnvironmentVariable);
        if (!environment.HasCookie)
        {
            StandardStreams.WriteError(PluginTexts.StartedByHand(plugin));
            return Refused;
        }

        await ServeAsync(plugin, environment, debug: false, methods).ConfigureAwait(false);
        return 0;
    }

    private static async Task ServeAsync(
        PluginDescription plugin,
        HandshakeEnvironment environment,
        bool debug,
        Func<ILoggerFactory, IReadOnlyList<RpcMethod>> methods)
    {
        var time = TimeProvider.System;
        // Never disposed as a whole: the process ends with it, and ending fast is what the client waits for.
        var listener = PluginListener.Open(environment);
        using var signals = new PluginSignals(ignoreInterrupt: !debug, listener.RemoveFile);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => listener.RemoveFile();
        try
        {
            var tls = environment.ClientCertificate is { } client ? PluginTls.Create(client, time) : null;
            // The socket accepts already, so the client may as well dial while the rest of us starts.
            StandardStreams.WriteOutput(debug
                ? ReattachLine.Format(plugin.Address, Environment.ProcessId, listener.Network, listener.Address)
                : HandshakeLine.Format(listener.Network, listener.Address, tls is null ? [] : tls.Certificate.Span));

            var loggers = HclogLoggerFactory.Create(plugin, Environment.GetEnvironmentVariable, time);
            var server = await PluginServer.StartAsync(new PluginServerOptions
            {
                Listening = listener.Socket,
                Methods = methods(loggers),
                Tls = tls,
                EndsWithLastConnection = !debug,
                Loggers = loggers,
                Time = time,
            }).ConfigureAwait(false);
            await server.Lifetime.WaitForEndAsync().ConfigureAwait(false);
        }
        finally
        {
            listener.RemoveFile();
        }
    }
}
