using System.Threading.RateLimiting;

namespace Dashserv.Api.Transport;

/// <summary>Our own restraint: so many requests at once, and so many per second.</summary>
internal sealed class RequestLimits : IDisposable
{
    private readonly ConcurrencyLimiter _concurrency;
    private readonly TokenBucketRateLimiter? _rate;

    public RequestLimits(int maxConcurrent, double? perSecond)
    {
        _concurrency = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = maxConcurrent, QueueLimit = int.MaxValue });
        if (perSecond is not { } rate)
        {
            return;
        }

        // Timers are coarse: above 20 per second several tokens come at a time.
        var perPeriod = Math.Max(1, (int)Math.Round(rate / 20));
        _rate = new TokenBucketRateLimiter(new TokenBucketRateLimiterOptions
        {
            TokenLimit = (int)Math.Clamp(rate, 1, int.MaxValue),
            TokensPerPeriod = perPeriod,
            ReplenishmentPeriod = TimeSpan.FromSeconds(Math.Min(perPeriod / rate, 86_400)),
            QueueLimit = int.MaxValue,
        });
    }

    /// <summary>Waits for a place; disposing it gives the place back.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        var place = await _concurrency.AcquireAsync(1, cancellationToken).ConfigureAwait(false);
        if (_rate is null)
        {
            return place;
        }

        try
        {
            using var token = await _rate.AcquireAsync(1, cancellationToken).ConfigureAwait(false);
            return place;
        }
        catch
        {
            place.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _concurrency.Dispose();
        _rate?.Dispose();
    }
}
