using System.Runtime.InteropServices;

namespace TerraformPlugin.Hosting;

/// <summary>
/// What signals do. A terminal sends Ctrl-C to Terraform's whole process group; Terraform then asks its plugins to stop, and a plugin
/// that died of the signal itself could not bring what it does to an end.
/// </summary>
internal sealed class PluginSignals : IDisposable
{
    // Registrations end when they are collected.
    private readonly List<PosixSignalRegistration> _registrations = [];

    /// <param name="ignoreInterrupt">Whether Ctrl-C is somebody else's to handle.</param>
    /// <param name="cleanUp">Runs before a signal ends the process.</param>
    public PluginSignals(bool ignoreInterrupt, Action cleanUp)
    {
        if (ignoreInterrupt)
        {
            Register(PosixSignal.SIGINT, context => context.Cancel = true);
        }
        else
        {
            Register(PosixSignal.SIGINT, _ => cleanUp());
        }

        // Ctrl-Break; elsewhere the signal of that name is for whoever wants a core dump.
        if (ignoreInterrupt && OperatingSystem.IsWindows())
        {
            Register(PosixSignal.SIGQUIT, context => context.Cancel = true);
        }

        Register(PosixSignal.SIGTERM, _ => cleanUp());
        Register(PosixSignal.SIGHUP, _ => cleanUp());
    }

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }
    }

    private void Register(PosixSignal signal, Action<PosixSignalContext> handler) =>
        _registrations.Add(PosixSignalRegistration.Create(signal, handler));
}
