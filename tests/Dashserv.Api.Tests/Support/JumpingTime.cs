using System.Collections.Concurrent;

namespace Dashserv.Api.Tests.Support;

/// <summary>A clock on which every wait is over at once and is remembered. What is as long as the request time-out never ends, unless told to.</summary>
internal sealed class JumpingTime : TimeProvider
{
    public static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(61);

    private long _now = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).Ticks;

    private int _timedOut;

    public ConcurrentQueue<TimeSpan> Waits { get; } = new();

    /// <summary>Whether the first request times out.</summary>
    public bool LetsRequestsTimeOut { get; init; }

    /// <summary>A wait that does not end, for tests in which something else comes first.</summary>
    public TimeSpan? Endless { get; init; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _now), TimeSpan.Zero);

    public override long GetTimestamp() => Interlocked.Read(ref _now);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == RequestTimeout && LetsRequestsTimeOut && Interlocked.Exchange(ref _timedOut, 1) == 0)
        {
            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }

        var timer = new Jump(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class Jump(JumpingTime time, TimerCallback callback, object? state) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime != RequestTimeout && dueTime != Timeout.InfiniteTimeSpan && dueTime != time.Endless)
            {
                time.Waits.Enqueue(dueTime);
                Interlocked.Add(ref time._now, dueTime.Ticks);
                ThreadPool.QueueUserWorkItem(_ => callback(state));
            }

            return true;
        }

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
