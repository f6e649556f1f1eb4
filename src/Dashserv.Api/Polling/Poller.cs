namespace Dashserv.Api.Polling;

/// <summary>Looks again and again until something is as it should be.</summary>
public static class Poller
{
    /// <summary>The same, and not for ever: for what need not come.</summary>
    /// <param name="schedule">How long to wait between two looks.</param>
    /// <param name="time">What waits.</param>
    /// <param name="patience">How long at most.</param>
    /// <param name="read">Looks once.</param>
    /// <param name="status">What of it tells that something moved.</param>
    /// <param name="isDone">Whether this is the end.</param>
    /// <param name="cancellationToken">Ends a wait at once.</param>
    /// <returns>Whether the end came before the patience did.</returns>
    /// <exception cref="ApiException">As with <see cref="UntilAsync"/>.</exception>
    public static async Task<bool> WithinAsync<T>(
        PollSchedule schedule,
        TimeProvider time,
        TimeSpan patience,
        Func<CancellationToken, Task<T>> read,
        Func<T, string?> status,
        Func<T, bool> isDone,
        CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            await UntilAsync(schedule, time, read, status, isDone, either.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Looks for what may come, and must not be missed: a look that fails is no end, and neither the limit nor the caller's end is an error.</summary>
    /// <param name="schedule">How long to wait between two looks.</param>
    /// <param name="time">What waits.</param>
    /// <param name="limit">How long at most.</param>
    /// <param name="read">Looks once.</param>
    /// <param name="isFound">Whether there is nothing more to look for.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>What was seen last, and why the last look failed, if it did. A look that fails for good ends the search.</returns>
    public static async Task<SearchResult<T>> SearchAsync<T>(
        PollSchedule schedule, TimeProvider time, TimeSpan limit, Func<CancellationToken, Task<T>> read, Func<T, bool> isFound,
        CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(schedule);
        var (seen, trouble) = (default(T), default(ApiException));
        try
        {
            await WithinAsync(
                schedule with { ToleratedFailures = int.MaxValue }, time, limit, LookAsync, static _ => null, static isOver => isOver, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Exception e) when (e is ApiException or OperationCanceledException)
        {
            // What was seen until now is the answer.
        }

        return new SearchResult<T>(seen, trouble);

        async Task<bool> LookAsync(CancellationToken token)
        {
            try
            {
                (seen, trouble) = (await read(token).ConfigureAwait(false), null);
                return isFound(seen);
            }
            catch (ApiException e)
            {
                trouble = e;
                throw;
            }
        }
    }

    /// <summary>Looks at once, then by the schedule. Ends when <paramref name="isDone"/> says so; time-outs are the caller's, by its token.</summary>
    /// <param name="schedule">How long to wait between two looks.</param>
    /// <param name="time">What waits.</param>
    /// <param name="read">Looks once.</param>
    /// <param name="status">What of it tells that something moved: a change makes the waits short again.</param>
    /// <param name="isDone">Whether this is the end. May throw where the end can't come any more.</param>
    /// <param name="cancellationToken">Ends a wait at once.</param>
    /// <exception cref="ApiException">A look failed for good, or transiently more often in a row than the schedule tolerates.</exception>
    public static async Task<T> UntilAsync<T>(
        PollSchedule schedule,
        TimeProvider time,
        Func<CancellationToken, Task<T>> read,
        Func<T, string?> status,
        Func<T, bool> isDone,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(status);
        ArgumentNullException.ThrowIfNull(isDone);

        var wait = schedule.First;
        var (failures, isFirst, last) = (0, true, default(string));
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                var seen = await read(cancellationToken).ConfigureAwait(false);
                if (isDone(seen))
                {
                    return seen;
                }

                failures = 0;
                var now = status(seen);
                if (!isFirst && now != last)
                {
                    wait = schedule.First;
                }

                (isFirst, last) = (false, now);
            }
            catch (ApiException e) when (e.IsTransient && ++failures <= schedule.ToleratedFailures)
            {
                // Something that takes minutes must not fail over an outage of seconds.
            }

            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
            wait = schedule.After(wait);
        }
    }
}
