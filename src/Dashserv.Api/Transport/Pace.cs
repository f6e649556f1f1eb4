namespace Dashserv.Api.Transport;

/// <summary>
/// When the next request of the process may go: so many per second, as configured and as learned from refusals. After a refusal none goes for a while, then
/// one at a time, until one is taken.
/// </summary>
/// <param name="perSecond">What is configured; null is unlimited.</param>
/// <param name="randomness">A number from 0 up to 1: clients of one account must not come back at one moment.</param>
internal sealed class Pace(double? perSecond, Func<double> randomness)
{
    /// <summary>A limiter refuses at once: what is not refused by then is slow, and another may go and see.</summary>
    private static readonly TimeSpan ProbeTime = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestInterval = TimeSpan.FromDays(1);

    /// <summary>Timers are late; so much of what they missed is made up for.</summary>
    private static readonly TimeSpan Lateness = TimeSpan.FromMilliseconds(50);

    private readonly LearnedRate _learned = new();
    private readonly Queue<TimeSpan> _accepted = new();
    private TimeSpan _next = TimeSpan.MinValue;
    private TimeSpan _opensAt;
    private TimeSpan _closedAt;
    private bool _isClosed;
    private int _refusedProbes;
    private int _epoch;

    /// <summary>When the next request may go.</summary>
    public TimeSpan Earliest => _isClosed && _opensAt > _next ? _opensAt : _next;

    private TimeSpan Interval
    {
        get
        {
            var seconds = 1 / Math.Min(_learned.PerSecond, perSecond ?? double.PositiveInfinity);
            return seconds < LongestInterval.TotalSeconds ? TimeSpan.FromSeconds(seconds) : LongestInterval;
        }
    }

    public Departure Depart(TimeSpan now, bool isHeldBack)
    {
        if (_isClosed)
        {
            _opensAt = now + ProbeTime;
        }

        var start = now - Lateness;
        _next = (_next > start ? _next : start) + Interval;
        return new Departure(_epoch, _isClosed, isHeldBack);
    }

    /// <summary>The API took the request, whatever it answered.</summary>
    public void Accepted(Departure departure, TimeSpan now)
    {
        _accepted.Enqueue(now);
        Forget(now);
        if (departure.Epoch != _epoch)
        {
            return;
        }

        if (_isClosed)
        {
            if (_refusedProbes > 0)
            {
                _learned.Restore();
            }

            (_isClosed, _next) = (false, now + Interval);
        }
        else if (departure.IsHeldBack && Interval > TimeSpan.Zero)
        {
            _learned.Used();
        }
    }

    /// <summary>The API refused the request because there were too many.</summary>
    /// <param name="departure">The request.</param>
    /// <param name="now">The time.</param>
    /// <param name="retryAfter">How long the API asked to wait.</param>
    public void Refused(Departure departure, TimeSpan now, TimeSpan? retryAfter)
    {
        var asked = RefusalWait.AskedFor(retryAfter);
        if (departure.Epoch == _epoch)
        {
            _epoch++;
            if (!departure.IsProbe)
            {
                Forget(now);
                _learned.Refused(_accepted.Count);
                (_closedAt, _refusedProbes) = (now, 0);
            }
            else
            {
                _refusedProbes++;
            }

            _isClosed = true;
            _opensAt = now + (asked ?? RefusalWait.After(!departure.IsProbe, now - _closedAt) * (1 + (randomness() / 4)));
        }
        else if (asked is { } wait && now + wait > _opensAt)
        {
            _opensAt = now + wait;
        }
    }

    /// <summary>Nobody knows whether the API took it.</summary>
    public void Lost(Departure departure, TimeSpan now)
    {
        if (_isClosed && departure.IsProbe && departure.Epoch == _epoch)
        {
            _opensAt = now;
        }
    }

    private void Forget(TimeSpan now)
    {
        while (_accepted.TryPeek(out var at) && at <= now - Second)
        {
            _accepted.Dequeue();
        }
    }
}
