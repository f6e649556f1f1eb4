namespace Dashserv.Api.Polling;

/// <summary>How often to look: soon at first, then ever less often, and soon again when something moved.</summary>
public sealed record PollSchedule
{
    /// <summary>The first wait, and the one after a change.</summary>
    public TimeSpan First { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest wait. Never shorter than <see cref="First"/>.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>By how much a wait is longer than the one before.</summary>
    public double Growth { get; init; } = 1.5;

    /// <summary>How many looks in a row may fail transiently, on top of the client's own retries, before the poll gives up.</summary>
    public int ToleratedFailures { get; init; } = 3;

    /// <summary>The wait that follows one of that length.</summary>
    public TimeSpan After(TimeSpan wait)
    {
        var next = wait * Growth;
        var longest = Longest > First ? Longest : First;
        return next < longest ? next : longest;
    }
}
