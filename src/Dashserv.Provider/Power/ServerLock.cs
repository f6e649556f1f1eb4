namespace Dashserv.Provider.Power;

/// <summary>What stands in the way of whatever is to be done to a server, as last seen.</summary>
/// <param name="server">The server, as a user would look for it, such as <c>vserver lLPgX</c>.</param>
/// <param name="readAsync">Looks at it.</param>
internal sealed class ServerLock(string server, Func<CancellationToken, Task<PowerReading>> readAsync)
{
    public string Server => server;

    public PowerReading? Seen { get; private set; }

    /// <summary>Whether nothing stands in the way, as last seen.</summary>
    public bool IsFree => Seen is { } seen && (OnlyLocks ? seen.LockedReason is null : seen.IsFree);

    /// <summary>Whether only a lock stands in the way, and not a power state, such as that of an installation.</summary>
    public bool OnlyLocks { get; init; }

    public async Task<PowerReading> ReadAsync(CancellationToken cancellationToken) => Seen = await readAsync(cancellationToken);

    /// <summary>An action was refused because of a lock, which the status may not show yet, or not any more.</summary>
    public void Refused(string? word) => Seen = Seen is { LockedReason: null } seen ? seen with { LockedReason = word ?? "locked" } : Seen;

    /// <summary>Why the server could not be acted on, for who waited in vain.</summary>
    public string WhyNot => Seen switch
    {
        null => $"The API has not said yet how the {server} is: either it did not answer in time, or something else that this run does to the server was not "
            + "finished. Apply again.",
        { LockedReason: { } reason } =>
            $"The {server} is locked: \"{reason}\". A lock clears by itself when what it is for is done: look into dashserv's customer panel, "
            + "and ask dashserv's support if it stays. Then apply again, or allow more time with timeouts.",
        { IsFree: true } => "Apply again, or allow more time with timeouts.",
        _ => $"The {server} is \"{Seen.Status}\", and has to be online or offline first. Look into dashserv's customer panel, then apply again.",
    };
}
