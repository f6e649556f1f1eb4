using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Power;
using TerraformPlugin.Authoring;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Lifecycle;

/// <summary>How long one operation may take: its token fires when time is up, or on Ctrl-C.</summary>
internal sealed class TimeLimit : IDisposable
{
    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenSource _either;

    private TimeLimit(TimeProvider time, TimeSpan duration, CancellationToken cancellationToken)
    {
        Duration = duration;
        _timer = new CancellationTokenSource(duration, time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_timer.Token, cancellationToken);
    }

    public TimeSpan Duration { get; }

    public CancellationToken Token => _either.Token;

    /// <summary>Whether it is the time that is up, and not the user who interrupts.</summary>
    public bool IsUp => _timer.IsCancellationRequested;

    public static TimeLimit Start(
        Session session, Value<TimeoutsModel> timeouts, Func<TimeoutsModel, Value<string>> which, TimeSpan byDefault, CancellationToken cancellationToken) =>
        new(session.Time, TimeoutsModel.Or(timeouts, which, byDefault), cancellationToken);

    /// <summary>Runs an operation; where it is the time that ends it, says so.</summary>
    /// <param name="deed">What it does, after "to".</param>
    /// <param name="operation">The operation.</param>
    /// <param name="standing">How far it got and what to do next, for whom "apply again" is not the whole truth; told after Ctrl-C as well.</param>
    /// <param name="unchanged">What there is where a call has failed, and nobody closer to it knew better.</param>
    /// <param name="unfinished">What there is where time is up, and nobody closer to it knew better.</param>
    public async Task RunAsync(string deed, Func<Task> operation, Func<string>? standing = null, string? unchanged = null, string? unfinished = null)
    {
        try
        {
            await FailedDeed.TellAsync(deed, operation, unchanged);
        }
        catch (OperationCanceledException e) when (IsUp)
        {
            throw new ProblemException(
                "Time is up",
                $"It took longer than {GoDuration.Format(Duration)} to {deed}. "
                + (standing?.Invoke() ?? (e as StoppedException)?.Message ?? $"{unfinished ?? "What was done until now is in the state."} Apply again to go on, or allow more time with timeouts."),
                AttributePath.Of("timeouts"),
                e);
        }
        catch (OperationCanceledException e) when ((standing?.Invoke() ?? (e as StoppedException)?.Message) is { } told)
        {
            throw new ProblemException("Interrupted", $"It was stopped before it was through, trying to {deed}. {told}", inner: e);
        }
    }

    /// <summary>The same for what other operations of this run on one vserver have to be over for first; the time counts from then on.</summary>
    public Task RunInTurnAsync(Session session, string vserver, string deed, Func<Task> operation, Func<string> standing)
    {
        _timer.CancelAfter(Timeout.InfiniteTimeSpan);
        return RunAsync(deed, () => session.VserverLocks.RunAsync(vserver, () => StartAsync(operation), Token), standing);
    }

    private Task StartAsync(Func<Task> operation)
    {
        _timer.CancelAfter(Duration);
        return operation();
    }

    public void Dispose()
    {
        _either.Dispose();
        _timer.Dispose();
    }
}
