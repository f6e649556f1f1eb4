using System.Collections.ObjectModel;

namespace Dashserv.Simulator.DedicatedServers;

/// <summary>What is, or is being, installed on a dedicated server. The log grows with the clock.</summary>
internal sealed class Installation
{
    private static readonly string[] Steps =
        ["Booting installer via PXE", "Partitioning disks", "Installing base system", "Configuring network", "Creating users", "Rebooting"];

    private DateTimeOffset _started;
    private TimeSpan _takes;
    private string? _log;
    private (string? Os, IReadOnlyDictionary<string, string> Accounts) _before;

    public bool IsRunning { get; private set; }

    /// <summary>What is installed; null while nothing is.</summary>
    public string? Os { get; private set; }

    /// <summary>Its accounts and their passwords.</summary>
    public IReadOnlyDictionary<string, string> Accounts { get; private set; } = ReadOnlyDictionary<string, string>.Empty;

    public void Begin(DateTimeOffset now, TimeSpan takes)
    {
        (IsRunning, _started, _takes, _before) = (true, now, takes, (Os, Accounts));
        // What was on the disk is gone from the first moment on.
        (Os, Accounts, _log) = (null, ReadOnlyDictionary<string, string>.Empty, null);
    }

    public void Complete(DedicatedTemplate template, Simulation world)
    {
        IsRunning = false;
        Os = template.Name;
        Accounts = new Dictionary<string, string> { ["root"] = world.NewPassword(8), ["user"] = world.NewPassword(8) };
    }

    public void Fail(TaskFault fault, DedicatedTemplate template, Simulation world)
    {
        if (fault.Effect == TaskEffect.Whole)
        {
            Complete(template, world);
        }
        else if (fault.Effect == TaskEffect.None)
        {
            (Os, Accounts) = _before;
        }

        (IsRunning, _log) = (!fault.Ends, fault.Log);
    }

    public JsonObject ToJson(string mac, DateTimeOffset now) => new()
    {
        ["installation"] = IsRunning,
        ["log"] = IsRunning ? LogSoFar(now) : _log,
        ["os"] = Os,
        ["mac"] = mac,
        ["ssh"] = Accounts.Count == 0 ? null : new JsonObject(Accounts.Select(a => KeyValuePair.Create(a.Key, (JsonNode?)a.Value))),
    };

    private string LogSoFar(DateTimeOffset now)
    {
        var done = Math.Clamp((int)(Steps.Length * (now - _started) / _takes), 0, Steps.Length - 1);
        return string.Join('\n', Steps[..(done + 1)]);
    }
}
