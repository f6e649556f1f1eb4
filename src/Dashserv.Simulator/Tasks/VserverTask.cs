namespace Dashserv.Simulator.Tasks;

/// <summary>Something a vserver did or does. The API lists tasks without the uuid that the action answered.</summary>
internal sealed class VserverTask
{
    private readonly string _name;
    private readonly DateTimeOffset _start;
    private readonly TaskFault? _fault;
    private DateTimeOffset? _end;
    private string _status = "RUNNING";

    private VserverTask(string name, DateTimeOffset start, TaskFault? fault) => (_name, _start, _fault) = (name, start, fault);

    /// <summary>How much of it will be done.</summary>
    public TaskEffect Effect => _fault?.Effect ?? TaskEffect.Whole;

    /// <summary>Whether it puts its image on the disk.</summary>
    public bool WritesImage => _fault?.WritesImage ?? true;

    /// <summary>What it ends with if it ends badly; else null.</summary>
    public string? Failure => _fault?.Status;

    public static VserverTask Begin(Simulation world, Vserver server, TaskKind kind)
    {
        var task = new VserverTask(NameOf(kind), world.Now, world.TaskFaults.Take(kind, server.Uuid));
        // Newest first, as in the sample.
        server.Tasks.Insert(0, task);
        return task;
    }

    /// <summary>It is over: as it was scripted to fail, or else like this.</summary>
    public void End(DateTimeOffset at, string status = "OK") => (_end, _status) = (_fault is { Ends: false } ? null : at, Failure ?? status);

    public JsonObject ToJson() => new()
    {
        ["unix"] = new JsonObject { ["start"] = _start.ToUnixTimeSeconds(), ["end"] = _end?.ToUnixTimeSeconds() },
        ["task"] = _name,
        ["status"] = _status,
    };

    // The sample shows backup_create, start and reboot; the others are named alike.
    private static string NameOf(TaskKind kind) => kind switch
    {
        TaskKind.Start => "start",
        TaskKind.Shutdown => "shutdown",
        TaskKind.Stop => "stop",
        TaskKind.Restart => "reboot",
        TaskKind.Reset => "reset",
        TaskKind.Reinstall => "reinstall",
        TaskKind.Upgrade => "upgrade",
        TaskKind.BackupCreate => "backup_create",
        TaskKind.BackupRestore => "backup_restore",
        TaskKind.PasswordReset => "password_reset",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
