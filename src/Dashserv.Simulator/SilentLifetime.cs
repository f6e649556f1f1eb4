namespace Dashserv.Simulator;

/// <summary>Leaves signals to whoever owns the process; the usual lifetime would take Ctrl-C away from a test run.</summary>
internal sealed class SilentLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
