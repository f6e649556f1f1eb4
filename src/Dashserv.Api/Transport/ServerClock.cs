namespace Dashserv.Api.Transport;

/// <summary>The API's clock, as far as its answers tell: the <c>Date</c> of each is the whole second in which it was made (RFC 9110, 6.6.1).</summary>
internal sealed class ServerClock(TimeProvider time)
{
    private long _ahead = long.MinValue;

    /// <summary>The API's time, not later than it is, and less than a second earlier; this machine's own where no answer has said it.</summary>
    public DateTimeOffset Now => time.GetUtcNow().AddTicks(Interlocked.Read(ref _ahead) is var ahead and not long.MinValue ? ahead : 0);

    /// <summary>Takes an answer's <c>Date</c>. It was true before the answer was here, so of several the greatest difference is the truest.</summary>
    public void Read(DateTimeOffset? date)
    {
        if (date is not { } said)
        {
            return;
        }

        var ahead = (said - time.GetUtcNow()).Ticks;
        for (var known = Interlocked.Read(ref _ahead); ahead > known;)
        {
            var seen = Interlocked.CompareExchange(ref _ahead, ahead, known);
            if (seen == known)
            {
                return;
            }

            known = seen;
        }
    }
}
