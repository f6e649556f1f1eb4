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
        if (KindOf(action) is not { } kind)
        {
            return null;
        }

        VserverBusy.Refuse(server, world.Now);
        var isOn = server.Power == PowerState.Online;
        if (kind == TaskKind.Start && isOn)
        {
            throw ApiRefusal.Failed("Der vServer ist bereits gestartet.");
        }

        if (kind != TaskKind.Start && !isOn)
        {
            throw ApiRefusal.Failed("Der vServer ist nicht gestartet.");
        }

        Begin(world, server, kind);
        return world.NewId();
    }

    /// <summary>Does it without asking whether it makes sense; for scheduled tasks.</summary>
    public static void Begin(Simulation world, Vserver server, TaskKind kind)
    {
        var task = VserverTask.Begin(world, server, kind);
        var turn = ++server.Turn;
        var options = world.Options;
        var needsGuest = kind is TaskKind.Shutdown or TaskKind.Restart;
        if (needsGuest && !server.ObeysAcpi)
        {
            world.After(options.ShutdownPatience, () => task.End(world.Now, "VM quit/powerdown failed - got timeout"));
            return;
        }

        var off = kind switch { TaskKind.Start => TimeSpan.Zero, TaskKind.Stop or TaskKind.Reset => options.PowerTime / 2, _ => options.ShutdownTime };
        var on = kind is TaskKind.Shutdown or TaskKind.Stop ? TimeSpan.Zero : options.PowerTime;
        if (kind != TaskKind.Start && task.Effect != TaskEffect.None)
        {
            Later(off, () => server.Switch(PowerState.Offline, world.Now));
        }

        if (kind is not (TaskKind.Shutdown or TaskKind.Stop) && task.Effect == TaskEffect.Whole)
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

    private static TaskKind? KindOf(string action) => action switch
    {
        "start" => TaskKind.Start,
        "shutdown" => TaskKind.Shutdown,
        "stop" => TaskKind.Stop,
        "restart" => TaskKind.Restart,
        "reset" => TaskKind.Reset,
        _ => null,
    };
}
