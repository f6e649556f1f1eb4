namespace Dashserv.Api.Transport;

/// <summary>All requests of the process on their way out: so many at once, at the pace that is allowed, and whoever came first goes first.</summary>
internal sealed class RequestQueue(int maxConcurrent, Pace pace, TimeProvider time) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly PriorityQueue<Waiter, long> _waiting = new();
    private readonly CancellationTokenSource _end = new();
    private readonly long _start = time.GetTimestamp();
    private TimeSpan _wakesAt = TimeSpan.MaxValue;
    private bool _isHeldBack;
    private int _underWay;
    private long _turns;
    private long _taken;

    private TimeSpan Now => time.GetElapsedTime(_start);

    /// <summary>How many requests the API has taken so far.</summary>
    public long Taken => Interlocked.Read(ref _taken);

    /// <summary>A place in the order of all calls. A refused call keeps its own, so that it goes before those that came later.</summary>
    public long TakeTurn() => Interlocked.Increment(ref _turns);

    /// <summary>Waits until a request may go; disposing what is returned says that it is over.</summary>
    public async Task<Place> EnterAsync(long turn, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var waiter = new Waiter();
        lock (_lock)
        {
            _waiting.Enqueue(waiter, turn);
        }

        Dispatch();
        await using var cancelling = cancellationToken.Register(() => Cancel(waiter, cancellationToken)).ConfigureAwait(false);
        return await waiter.Entered.Task.ConfigureAwait(false);
    }

    public void Accepted(Departure departure)
    {
        Interlocked.Increment(ref _taken);
        Tell(() => pace.Accepted(departure, Now));
    }

    public void Refused(Departure departure, TimeSpan? retryAfter) => Tell(() => pace.Refused(departure, Now, retryAfter));

    /// <summary>A request is over.</summary>
    public void Leave(Departure departure, bool isLost) => Tell(() =>
    {
        _underWay--;
        if (isLost)
        {
            pace.Lost(departure, Now);
        }
    });

    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
    }

    private void Tell(Action change)
    {
        lock (_lock)
        {
            change();
        }

        Dispatch();
    }

    private void Cancel(Waiter waiter, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (waiter.IsOver)
            {
                return;
            }

            waiter.IsOver = true;
        }

        waiter.Entered.TrySetCanceled(cancellationToken);
    }

    private void Dispatch()
    {
        while (Next() is var (waiter, place))
        {
            // Outside of the lock: whoever waited goes on right here.
            waiter.Entered.SetResult(place);
        }
    }

    private (Waiter Waiter, Place Place)? Next()
    {
        TimeSpan now, at;
        lock (_lock)
        {
            while (_waiting.TryPeek(out var first, out _) && first.IsOver)
            {
                _waiting.Dequeue();
            }

            if (_waiting.Count == 0 || _underWay >= maxConcurrent)
            {
                return null;
            }

            (now, at) = (Now, pace.Earliest);
            if (at <= now)
            {
                var waiter = _waiting.Dequeue();
                waiter.IsOver = true;
                _underWay++;
                var departure = pace.Depart(now, _isHeldBack);
                _isHeldBack = false;
                return (waiter, new Place(this, departure));
            }

            _isHeldBack = true;
            if (at >= _wakesAt)
            {
                return null;
            }

            _wakesAt = at;
        }

        // Outside of the lock too: a clock of tests may be there at once.
        _ = WakeAsync(now, at);
        return null;
    }

    private async Task WakeAsync(TimeSpan now, TimeSpan at)
    {
        try
        {
            // Rounded up to what a timer can measure, or the last fraction would spin.
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling((at - now).TotalMilliseconds)), time, _end.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        lock (_lock)
        {
            if (_wakesAt == at)
            {
                _wakesAt = TimeSpan.MaxValue;
            }
        }

        Dispatch();
    }

    private sealed class Waiter
    {
        public TaskCompletionSource<Place> Entered { get; } = new();

        /// <summary>Whether it went, or does not want to any more.</summary>
        public bool IsOver { get; set; }
    }
}
