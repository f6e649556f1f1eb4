namespace TerraformPlugin.Hosting;

/// <summary>Decides when a plugin's process ends: when the client says so or is gone, or when a signal asks for it.</summary>
internal sealed class PluginLifetime(bool endsWithLastConnection, TimeProvider time) : IDisposable
{
    // An order that was sent waits up to four seconds for its answer, cancelled or not.
    private static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(5);

    // Terraform writes what a call answered into its state before it lets go of us; interrupted twice, it ends as soon as we do.
    private static readonly TimeSpan SavingTime = TimeSpan.FromSeconds(2);

    // The client closes its connection as soon as it has the answer to Shutdown. One that does not is given the time that the answer needs.
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromMilliseconds(100);

    // A client that got the same signal brings its own work to an end, and may call for that.
    private static readonly TimeSpan QuietLimit = TimeSpan.FromSeconds(5);

    private readonly TaskCompletionSource _shutdown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _disconnected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _dismissed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _connections;
    private int _signals;
    private volatile bool _stopped;

    /// <summary>Raised when the calls that run now shall stop; later ones may run.</summary>
    public event Action? Stopping;

    /// <summary>Raised when the client has asked for the end, and no call runs any more.</summary>
    public event Action? Ending;

    /// <summary>The provider's calls that run now.</summary>
    public RunningCalls Calls { get; } = new(time);

    /// <summary>Counts an established connection until it closes.</summary>
    public void ConnectionOpened(CancellationToken closed)
    {
        Interlocked.Increment(ref _connections);
        closed.UnsafeRegister(static lifetime => ((PluginLifetime)lifetime!).ConnectionClosed(), this);
    }

    /// <summary>Running calls were stopped, whoever asked for it: what they answer matters more than a fast end.</summary>
    public void CallsStopped() => _stopped = true;

    /// <summary>The client asks for the end: completes when it may be told that this is it. It listens to no other answer then.</summary>
    public async Task ShutdownAskedAsync()
    {
        await FinishCallsAsync().ConfigureAwait(false);
        Ending?.Invoke();
    }

    /// <summary>The answer to Shutdown is on its way.</summary>
    public void ShutdownAnswered() => _shutdown.TrySetResult();

    /// <summary>
    /// A signal asks for the end. The client does not know, or got the same signal and brings what it does to an end: so calls are
    /// stopped and answered, and the end is the client's to say, until nobody calls any more. A second signal does not wait for that.
    /// </summary>
    public void Signalled()
    {
        if (Interlocked.Increment(ref _signals) == 1)
        {
            Stopping?.Invoke();
            _ = DismissWhenQuietAsync();
        }
        else
        {
            _dismissed.TrySetResult();
        }
    }

    /// <summary>Completes when nothing is left to do but to end the process.</summary>
    public async Task WaitForEndAsync()
    {
        await (endsWithLastConnection ? Task.WhenAny(_shutdown.Task, _disconnected.Task, _dismissed.Task) : _shutdown.Task).ConfigureAwait(false);
        if (!_shutdown.Task.IsCompleted)
        {
            await FinishCallsAsync().ConfigureAwait(false);
        }

        await _disconnected.Task.WaitAsync(AnswerLimit, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => Calls.Dispose();

    private async Task FinishCallsAsync()
    {
        if (!await Calls.CancelAsync(CallLimit).ConfigureAwait(false) && !_stopped)
        {
            return;
        }

        var left = SavingTime - Calls.SinceLastEnd;
        if (left > TimeSpan.Zero)
        {
            await _disconnected.Task.WaitAsync(left, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task DismissWhenQuietAsync()
    {
        await Calls.WaitForQuietAsync(QuietLimit).ConfigureAwait(false);
        _dismissed.TrySetResult();
    }

    private void ConnectionClosed()
    {
        if (Interlocked.Decrement(ref _connections) == 0)
        {
            _disconnected.TrySetResult();
        }
    }
}
