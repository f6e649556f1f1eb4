namespace Dashserv.Simulator.DedicatedServers;

/// <summary>Power by IPMI: the signal is sent, and whether anything comes of it shows in the status.</summary>
internal static class DedicatedPower
{
    /// <summary>The word of success; null for an action that does not exist. <c>stop</c> is known from the vendor's client only.</summary>
    public static string? Act(Simulation world, DedicatedServer server, string action)
    {
        if (action is not ("start" or "shutdown" or "reset" or "stop"))
        {
            return null;
        }

        if (server.Installation.IsRunning)
        {
            throw ApiRefusal.Failed("Auf dem Server läuft gerade eine Installation.");
        }

        var turn = ++server.Turn;
        if (action == "shutdown" && !server.ObeysAcpi)
        {
            return "action_executed_successfully";
        }

        var time = action == "shutdown" ? world.Options.ShutdownTime : world.Options.PowerTime;
        if (action == "reset")
        {
            server.IsOnline = false;
        }

        world.After(time, () =>
        {
            if (server.Turn == turn)
            {
                server.IsOnline = action is "start" or "reset";
            }
        });
        return "action_executed_successfully";
    }
}
