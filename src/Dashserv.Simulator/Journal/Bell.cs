namespace Dashserv.Simulator.Journal;

/// <summary>Rings whenever something has come of a request, so that a test waits for that without looking all the time: ask for the next ring, look,
/// wait.</summary>
public sealed class Bell
{
    private TaskCompletionSource _next = New();

    /// <summary>Completes with the next ring.</summary>
    public Task NextAsync() => Volatile.Read(ref _next).Task;

    internal void Ring() => Interlocked.Exchange(ref _next, New()).SetResult();

    // Whoever waits goes on in its own time, and not in that of the request.
    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
