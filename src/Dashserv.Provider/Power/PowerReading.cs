namespace Dashserv.Provider.Power;

/// <summary>A server's power state, and why actions fail at present, if they do.</summary>
internal sealed record PowerReading(string Status, string? LockedReason)
{
    /// <summary>Whether actions are possible.</summary>
    public bool IsFree => LockedReason is null && Status is PowerSwitch.Online or PowerSwitch.Offline;
}
