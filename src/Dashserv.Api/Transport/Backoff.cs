namespace Dashserv.Api.Transport;

/// <summary>How long to wait before a repetition: half a second, doubling up to 30 s, any part of it by chance, so that many clients don't come back at
/// once.</summary>
internal sealed class Backoff(Func<double> randomness)
{
    private const double FirstSeconds = 0.5;
    private const double LongestSeconds = 30;

    /// <param name="attempt">0 for the wait after the first try.</param>
    /// <param name="retryAfter">What the server asked for wins.</param>
    public TimeSpan Delay(int attempt, TimeSpan? retryAfter) =>
        retryAfter ?? TimeSpan.FromSeconds(randomness() * Math.Min(LongestSeconds, FirstSeconds * Math.Pow(2, attempt)));
}
