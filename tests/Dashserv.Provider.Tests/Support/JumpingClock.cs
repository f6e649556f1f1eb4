namespace Dashserv.Provider.Tests.Support;

/// <summary>
/// A clock on which a poll's wait is over at once, and has lasted as long as it should. Limits, which are longer, are up
/// when so much of that has passed: an hour in vain takes milliseconds. The simulated account lives by it too.
/// </summary>
internal sealed class JumpingClock : TimeProvider
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

    private readonly Lock _lock = new();
    private readonly List<Limit> _limits = [];
    private DateTimeOffset _now = DateTimeOffset.UtcNow;
    private volatile bool _standsStill;

    /// <summary>Whether waits are over at once, but took no time: no limit is up before a test has done what it has to.</summary>
    public bool StandsStill
    {
        get => _standsStill;
        set => _standsStill = value;
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var limit = new Limit(this, () => callback(state));
        if (dueTime <= LongestWait && dueTime >= TimeSpan.Zero)
        {
            if (!_standsStill)
            {
                Pass(dueTime);
            }

            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }
        else
        {
            limit.Change(dueTime, period);
        }

        return limit;
    }

    /// <summary>Lets time pass that nobody waits for with a short wait: a request that is not answered, say.</summary>
    public void Advance(TimeSpan time) => Pass(time);

    private void Pass(TimeSpan time)
    {
        Limit[] up;
        lock (_lock)
        {
            _now += time;
            up = [.. _limits.Where(l => l.DueAt <= _now)];
            _limits.RemoveAll(l => l.DueAt <= _now);
        }

        Array.ForEach(up, l => l.Fire());
    }

    private sealed class Limit(JumpingClock clock, Action callback) : ITimer
    {
        public DateTimeOffset DueAt { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                clock._limits.Remove(this);
                if (dueTime >= TimeSpan.Zero)
                {
                    DueAt = clock._now + dueTime;
                    clock._limits.Add(this);
                }
            }

            return true;
        }

        // At once, not in a time of its own: what is up is up before whoever waited goes on, and sends the next request.
        public void Fire() => callback();

        public void Dispose()
        {
            lock (clock._lock)
            {
                clock._limits.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
