namespace TerraformPlugin.Hosting;

/// <summary>Decides when a plugin's process ends: when the client says so, or is gone.</summary>
internal sealed class PluginLifetime(bool endsWithLastConnection, TimeProvider time) : IDisposable
{
    // The client closes its connection as soon as it has the answer to Shutdown. One that does not is given the time that the answer needs.
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromMilliseconds(100);

    // Two seconds after Shutdown the client kills us.
    private static readonly TimeSpan ShutdownLimit = TimeSpan.FromMilliseconds(1500);

    // Nobody waits any more; calls may be at a point that is bad to stop at.
    private static readonly TimeSpan DroppedLimit = TimeSpan.FromSeconds(5);

    private readonly TaskCompletionSource _shutdown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _disconnected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _connections;

    /// <summary>The provider's calls that run now.</summary>
    public RunningCalls Calls { get; } = new(time);

    /// <summary>Counts an established connection until it closes.</summary>
    public void ConnectionOpened(CancellationToken closed)
    {
        Interlocked.Increment(ref _connections);
        closed.UnsafeRegister(static lifetime => ((PluginLifetime)lifetime!).ConnectionClosed(), this);
    }

    /// <summary>The client asked for the end, and the answer is on its way.</summary>
    public void ShutdownAnswered() => _shutdown.TrySetResult();

    /// <summary>Completes when nothing is left to do but to end the process.</summary>
    public async Task WaitForEndAsync()
    {
        await (endsWithLastConnection ? Task.WhenAny(_shutdown.Task, _disconnected.Task) : _shutdown.Task).ConfigureAwait(false);
        if (!_shutdown.Task.IsCompleted)
        {
            await Calls.CancelAsync(DroppedLimit).ConfigureAwait(false);
            return;
        }

        // Side by side: the answer goes out while calls that were still running come to their end.
        var answered = _disconnected.Task.WaitAsync(AnswerLimit, time);
        await Calls.CancelAsync(ShutdownLimit).ConfigureAwait(false);
        await answered.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => Calls.Dispose();

    private void ConnectionClosed()
    {
        if (Interlocked.Decrement(ref _connections) == 0)
        {
            _disconnected.TrySetResult();
        }
    }
}
