namespace Dashserv.Simulator.Tasks;

/// <summary>A command that a vserver carries out again and again.</summary>
internal sealed class ScheduledTask(string uuid, string interval, string command, DateTimeOffset created, DateTimeOffset first)
{
    public string Uuid => uuid;

    public string Interval { get; set; } = interval;

    public string Command { get; set; } = command;

    public string Status { get; set; } = "ACTIVE";

    private DateTimeOffset? Last { get; set; }

    private DateTimeOffset Next { get; set; } = first;

    public void Schedule(Simulation world, Vserver server) => world.At(Next, () =>
    {
        if (server.Deleted || !server.ScheduledTasks.Contains(this))
        {
            return;
        }

        Run(world, server);
        Last = world.Now;
        // A first execution in the past runs at once, and not once more for every day since.
        do
        {
            Next = TaskInterval.Next(Interval, Next);
        }
        while (Next <= world.Now);
        Schedule(world, server);
    });

    public JsonObject ToJson() => new()
    {
        ["uuid"] = uuid,
        ["status"] = Status,
        ["interval"] = Interval,
        ["command"] = Command,
        ["unix"] = new JsonObject
        {
            ["created"] = created.ToUnixTimeSeconds(),
            ["execution"] = new JsonObject { ["last"] = Last?.ToUnixTimeSeconds(), ["next"] = Next.ToUnixTimeSeconds() },
        },
    };

    private void Run(Simulation world, Vserver server)
    {
        // Nobody is there to be told that it can't be done now: it is left out.
        if (server.LockedFor(world.Now) is not null || server.Status != "OKAY")
        {
            return;
        }

        var isOn = server.Power == PowerState.Online;
        if (Command == "BACKUP")
        {
            BackupRoutes.Begin(world, server, $"scheduled-{world.Now:yyyyMMdd}");
        }
        else if (isOn == (Command != "START"))
        {
            VserverPower.Begin(world, server, Command switch { "RESTART" => TaskKind.Restart, "SHUTDOWN" => TaskKind.Shutdown, _ => TaskKind.Start });
        }
    }
}
