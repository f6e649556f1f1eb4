namespace Dashserv.Simulator.Vservers;

/// <summary>
/// The power actions. Each answers a task's uuid at once and takes its time; a later action takes the place of one still under
/// way, so that the plug can be pulled on a guest that ignores its shutdown.
/// </summary>
internal static class VserverPower
{
    /// <summary>The task's uuid; null for an action that does not exist.</summary>
    public static string? Act(Simulation world, Vserver server, string action)
    {
        if (action is not ("start" or "shutdown" or "stop" or "restart" or "reset"))
        {
            return null;
        }

        VserverBusy.Refuse(server, world.Now);
        var isOn = server.Power == PowerState.Online;
        if (action == "start" && isOn)
        {
            throw ApiRefusal.Failed("Der vServer ist bereits gestartet.");
        }

        if (action != "start" && !isOn)
        {
            throw ApiRefusal.Failed("Der vServer ist nicht gestartet.");
        }

        Begin(world, server, action);
        return world.NewId();
    }

    /// <summary>Does it without asking whether it makes sense; for scheduled tasks.</summary>
    public static void Begin(Simulation world, Vserver server, string action)
    {
        var task = VserverTask.Begin(server, action == "restart" ? "reboot" : action, world.Now);
        var turn = ++server.Turn;
        var options = world.Options;
        var needsGuest = action is "shutdown" or "restart";
        if (needsGuest && !server.ObeysAcpi)
        {
            world.After(options.ShutdownPatience, () => task.End(world.Now, "VM quit/powerdown failed - got timeout"));
            return;
        }

        var off = action switch { "start" => TimeSpan.Zero, "stop" or "reset" => options.PowerTime / 2, _ => options.ShutdownTime };
        var on = action is "shutdown" or "stop" ? TimeSpan.Zero : options.PowerTime;
        if (action != "start")
        {
            Later(off, () => server.Switch(PowerState.Offline, world.Now));
        }

        if (action is not ("shutdown" or "stop"))
        {
            Later(off + on, () => server.Switch(PowerState.Online, world.Now));
        }

        world.After(off + on, () => task.End(world.Now, server.Turn == turn ? "OK" : "interrupted by signal"));

        void Later(TimeSpan time, Action change) => world.After(time, () =>
        {
            if (server.Turn == turn)
            {
                change();
            }
        });
    }
}
