namespace Dashserv.Simulator.Vservers;

/// <summary>Refuses what can't be done now. The sentences are German, as some of the API's are.</summary>
internal static class VserverBusy
{
    public static void Refuse(Vserver server, DateTimeOffset now)
    {
        if (server.LockedFor(now) is { } reason)
        {
            throw ApiRefusal.Failed($"Der vServer ist aktuell gesperrt ({reason}). Bitte versuche es später erneut.");
        }

        if (server.Status != "OKAY")
        {
            throw ApiRefusal.Failed("Der vServer ist nicht verfügbar.");
        }

        if (server.Power == PowerState.Installing)
        {
            throw ApiRefusal.Failed("Der vServer wird gerade installiert.");
        }
    }
}
