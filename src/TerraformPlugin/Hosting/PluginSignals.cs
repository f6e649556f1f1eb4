using System.Runtime.InteropServices;

namespace TerraformPlugin.Hosting;

/// <summary>
/// What signals do. A terminal, a pipeline or a service manager sends them to Terraform's whole process group. Terraform then asks
/// its plugins to stop, and a plugin that died of the signal itself could not bring what it does to an end.
/// </summary>
internal sealed class PluginSignals : IDisposable
{
    // Registrations end when they are collected.
    private readonly List<PosixSignalRegistration> _registrations = [];

    private PluginSignals()
    {
    }

    /// <summary>For a process that Terraform started: a signal does not end it, but for Windows, where these are no signals.</summary>
    /// <param name="lifetime">Decides what a signal means that asks for the end.</param>
    /// <param name="cleanUp">Runs before the system ends the process.</param>
    public static PluginSignals Handle(PluginLifetime lifetime, Action cleanUp)
    {
        var signals = new PluginSignals();
        // Ctrl-C: Terraform's alone to handle.
        signals.Register(PosixSignal.SIGINT, context => context.Cancel = true);
        if (OperatingSystem.IsWindows())
        {
            // Ctrl-Break; elsewhere the signal of that name is for whoever wants a core dump.
            signals.Register(PosixSignal.SIGQUIT, context => context.Cancel = true);
            signals.RegisterAll([PosixSignal.SIGTERM, PosixSignal.SIGHUP], _ => cleanUp());
        }
        else
        {
            signals.RegisterAll([PosixSignal.SIGTERM, PosixSignal.SIGHUP], context =>
            {
                context.Cancel = true;
                lifetime.Signalled();
            });
        }

        return signals;
    }

    /// <summary>For a process that a person started: a signal ends it.</summary>
    /// <param name="cleanUp">Runs before.</param>
    public static PluginSignals EndProcess(Action cleanUp)
    {
        var signals = new PluginSignals();
        signals.RegisterAll([PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP], _ => cleanUp());
        return signals;
    }

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }
    }

    private void RegisterAll(ReadOnlySpan<PosixSignal> signals, Action<PosixSignalContext> handler)
    {
        foreach (var signal in signals)
        {
            Register(signal, handler);
        }
    }

    private void Register(PosixSignal signal, Action<PosixSignalContext> handler) =>
        _registrations.Add(PosixSignalRegistration.Create(signal, handler));
}
