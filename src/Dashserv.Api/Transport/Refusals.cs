namespace Dashserv.Api.Transport;

/// <summary>Whether a call that the API refuses because of too many requests is sent again, and when. That is no retry: nothing has gone wrong.</summary>
internal sealed class Refusals(int maxRetries, RequestQueue queue, Func<double> randomness, TimeProvider time)
{
    // An operation's own time ends it earlier. A plan has none, and would hang without a word; what changes something must not fail over a busy hour.
    private static readonly TimeSpan LongestRead = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestWrite = TimeSpan.FromHours(2);

    private const int Telling = 3;

    /// <summary>Notes a refusal, and has the whole process slowed, unless the API has something against this one call: takes others again and again between
    /// its refusals.</summary>
    public void Note(CallContext context, ApiException refusal, Place place)
    {
        var taken = queue.Taken;
        if (context.Refusals < Telling || context.TakenByThen == taken)
        {
            place.Refused(refusal.RetryAfter);
        }

        context.Refuse(refusal, time.GetTimestamp(), taken);
    }

    /// <summary>Waits until the call may line up again. All requests are held back meanwhile (<see cref="Pace"/>); this is for a call that is refused while
    /// others are taken.</summary>
    /// <returns>False: it is not to be sent again.</returns>
    public async Task<bool> WaitAsync(CallContext context, ApiException refusal, CancellationToken cancellationToken)
    {
        var lasting = time.GetElapsedTime(context.FirstRefusedAt);
        var longest = context.Call.Effect == CallEffect.None ? LongestRead : LongestWrite;
        if (maxRetries == 0 || refusal.RetryAfter > RefusalWait.LongestAskedFor || lasting >= longest)
        {
            return false;
        }

        if (context.Refusals > 1)
        {
            var wait = RefusalWait.AskedFor(refusal.RetryAfter) ?? RefusalWait.After(isFirst: false, lasting) * (1 + (randomness() / 4));
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
        }

        return true;
    }
}
