namespace Dashserv.Provider.Power;

/// <summary>Why a server could not be acted on, for who waited in vain.</summary>
internal static class LockWords
{
    /// <param name="server">The server, such as <c>vserver lLPgX</c>.</param>
    /// <param name="seen">What was last seen of it; null where it was not looked at yet.</param>
    public static string Of(string server, PowerReading? seen) => seen switch
    {
        null => $"The API has not said yet how the {server} is: either it did not answer in time, or something else that this run does to the server was not finished. Apply again.",
        { LockedReason: { } reason } =>
            $"The {server} is locked: \"{reason}\". A lock clears by itself when what it is for is done: look into dashserv's customer panel, and ask dashserv's support if it stays. Then apply again, or allow more time with timeouts.",
        { IsFree: true } => "Apply again, or allow more time with timeouts.",
        _ => $"The {server} is \"{seen.Status}\", and has to be online or offline first. Look into dashserv's customer panel, then apply again.",
    };
}
