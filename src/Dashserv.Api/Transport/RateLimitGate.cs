namespace Dashserv.Api.Transport;

/// <summary>Holds all requests of a client back while the API says that there are too many: a limit of the account is not one request's affair.</summary>
internal sealed class RateLimitGate(TimeProvider time)
{
    private readonly Lock _lock = new();
    private DateTimeOffset _opensAt = DateTimeOffset.MinValue;

    public void Close(TimeSpan wait)
    {
        lock (_lock)
        {
            var opensAt = time.GetUtcNow() + wait;
            if (opensAt > _opensAt)
            {
                _opensAt = opensAt;
            }
        }
    }

    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        while (Remaining() is var remaining && remaining > TimeSpan.Zero)
        {
            await Task.Delay(remaining, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private TimeSpan Remaining()
    {
        lock (_lock)
        {
            // Rounded up to what a timer can measure, or the last fraction would spin.
            var remaining = _opensAt - time.GetUtcNow();
            return remaining > TimeSpan.Zero ? TimeSpan.FromMilliseconds(Math.Ceiling(remaining.TotalMilliseconds)) : TimeSpan.Zero;
        }
    }
}
