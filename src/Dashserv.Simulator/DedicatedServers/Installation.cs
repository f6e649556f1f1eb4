namespace Dashserv.Simulator.DedicatedServers;

/// <summary>What is, or is being, installed on a dedicated server. The log grows with the clock.</summary>
internal sealed class Installation
{
    private static readonly string[] Steps =
        ["Booting installer via PXE", "Partitioning disks", "Installing base system", "Configuring network", "Creating users", "Rebooting"];

    private DateTimeOffset _started;
    private TimeSpan _takes;
    private string? _log;
    private string? _os;
    private JsonObject? _accounts;

    public bool IsRunning { get; private set; }

    public void Begin(DateTimeOffset now, TimeSpan takes)
    {
        (IsRunning, _started, _takes) = (true, now, takes);
        // What was on the disk is gone from the first moment on.
        (_os, _accounts, _log) = (null, null, null);
    }

    public void Complete(DedicatedTemplate template, Simulation world)
    {
        IsRunning = false;
        _os = template.Name;
        _accounts = new() { ["root"] = world.NewPassword(8), ["user"] = world.NewPassword(8) };
    }

    public void Fail(string log) => (IsRunning, _log) = (false, log);

    public JsonObject ToJson(string mac, DateTimeOffset now) => new()
    {
        ["installation"] = IsRunning,
        ["log"] = IsRunning ? LogSoFar(now) : _log,
        ["os"] = _os,
        ["mac"] = mac,
        ["ssh"] = _accounts?.DeepClone(),
    };

    private string LogSoFar(DateTimeOffset now)
    {
        var done = Math.Clamp((int)(Steps.Length * (now - _started) / _takes), 0, Steps.Length - 1);
        return string.Join('\n', Steps[..(done + 1)]);
    }
}
