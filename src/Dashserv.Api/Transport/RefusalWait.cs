namespace Dashserv.Api.Transport;

/// <summary>How long to wait after a refusal by rate limit.</summary>
internal static class RefusalWait
{
    /// <summary>A longer wait is told to the user instead of waited for: to them it would look like a hang.</summary>
    public static readonly TimeSpan LongestAskedFor = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan First = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Next = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>A second, since most limits are per second; of what lasts much longer, a thirtieth of the time that it has lasted.</summary>
    /// <param name="isFirst">Whether it is the first of several refusals.</param>
    /// <param name="lasting">How long the refusals have lasted.</param>
    public static TimeSpan After(bool isFirst, TimeSpan lasting)
    {
        var part = lasting / 30;
        return isFirst ? First : part < Next ? Next : part < Longest ? part : Longest;
    }

    /// <summary>What the server asks for counts, if it is neither nothing nor endless.</summary>
    public static TimeSpan? AskedFor(TimeSpan? retryAfter) => retryAfter > LongestAskedFor ? null : retryAfter < First ? First : retryAfter;
}
