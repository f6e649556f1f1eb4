using TerraformPlugin.Authoring;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Operations;

/// <summary>How long something may take: its token fires when time is up, or when the user interrupts.</summary>
internal sealed class TimeLimit : IDisposable
{
    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenSource _either;

    public TimeLimit(TimeProvider time, TimeSpan duration, CancellationToken cancellationToken)
    {
        Duration = duration;
        _timer = new CancellationTokenSource(duration, time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_timer.Token, cancellationToken);
    }

    public TimeSpan Duration { get; }

    public CancellationToken Token => _either.Token;

    /// <summary>Whether it is the time that is up, and not the user who interrupts.</summary>
    public bool IsUp => _timer.IsCancellationRequested;

    /// <summary>As the user's <c>timeouts</c> say.</summary>
    public static TimeLimit Start(
        TimeProvider time, Value<TimeoutsModel> timeouts, Func<TimeoutsModel, Value<string>> which, TimeSpan byDefault, CancellationToken cancellationToken) =>
        new(time, TimeoutsModel.Or(timeouts, which, byDefault), cancellationToken);

    /// <summary>No time passes until <see cref="Restart"/>: what others are waited for is not counted.</summary>
    public void Pause() => _timer.CancelAfter(Timeout.InfiniteTimeSpan);

    /// <summary>All of the time is there again.</summary>
    public void Restart() => _timer.CancelAfter(Duration);

    public void Dispose()
    {
        _either.Dispose();
        _timer.Dispose();
    }
}
