namespace Dashserv.Provider.Power;

/// <summary>The API's words for a server's power state (API reference, Get status).</summary>
internal static class PowerStates
{
    public const string Online = "online";
    public const string Offline = "offline";
    public const string Installing = "installing";
}
