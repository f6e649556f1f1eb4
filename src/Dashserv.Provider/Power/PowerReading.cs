namespace Dashserv.Provider.Power;

/// <summary>A server's power state, and why actions fail at present, if they do.</summary>
internal sealed record PowerReading(string Status, string? LockedReason)
{
    /// <summary>Whether actions are possible.</summary>
    public bool IsFree => LockedReason is null && IsSwitched;

    /// <summary>Whether it is one of the two that <c>power_state</c> can be.</summary>
    public bool IsSwitched => Status is PowerStates.Online or PowerStates.Offline;
}
