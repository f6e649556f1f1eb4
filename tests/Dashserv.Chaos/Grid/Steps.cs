using Dashserv.Chaos.Judging;
using Dashserv.Chaos.Running;

namespace Dashserv.Chaos.Grid;

/// <summary>The rows of the grid.</summary>
internal static class Steps
{
    private const string Order = "/v1/manage/product/*";
    private const string Off = "power_state = \"offline\"";
    private const string Reinstall = "on_os_change = \"reinstall\"";

    private static readonly Dictionary<string, string?> IsQuote = new() { ["calculate"] = "*", [Strangers.Mark] = null };
    private static readonly Dictionary<string, string?> IsOrder = new() { ["calculate"] = null, [Strangers.Mark] = null };

    public static IReadOnlyList<Step> All { get; } =
    [
        new("form", new() { Method = "GET", Path = Order }, i => i.Vservers()) { Requests = _ => 2 },
        new("quote", new() { Method = "POST", Path = Order, Body = IsQuote }, i => i.Vservers()) { Requests = _ => 2 },
        new("order", new() { Method = "POST", Path = Order, Body = IsOrder }, i => i.Vservers()),
        new("poll", new() { Method = "GET", Path = "/v1/manage/order/*" }, i => i.Vservers()) { Requests = count => count + 1 },
        new("product", new() { Method = "GET", Path = "regex:^/v1/product/vserver(/(?!image$)[^/]+)?$" }, i => i.Vservers()) { Requests = _ => 2 },
        Changing("update", "PUT", "*/upgrade", i => i.Vservers(), i => i.Vservers(large: true)) with
        {
            Problems = a => a.Each(p => (p.Cores, p.Ram, p.Disk) == (2, 4, 80), "is not resized"),
        },
        Changing("power", "POST", "*/actions/*", i => i.Vservers(), i => i.Vservers(more: Off)) with
        {
            Problems = a => a.Each(p => p.Power == "offline", "is not off"),
        },
        Changing("reinstall", "POST", "*/reinstall", i => i.Vservers(more: Reinstall), i => i.Vservers(image: "centos8", more: Reinstall)) with
        {
            MostEffects = 1,
            Problems = a => a.Each(p => p.Image == "centos8", "is not reinstalled"),
        },
        Changing("backup", "POST", "*/backup", i => i.Vservers(), i => i.Vservers() + i.Backups()) with
        {
            MostEffects = 1,
            Problems = a => a.Each(p => p.Backups.Count == 1, "does not have just one backup"),
        },
        Changing("restore", "PUT", "*/backup/*", i => i.Vservers() + i.Backups(), i => i.Vservers() + i.Backups() + i.Restores()) with
        {
            MostEffects = 1,
            Problems = a => a.Each(p => p.Backups.Count == 1, "does not have just one backup"),
        },
        Changing("schedule", "POST", "*/tasks/scheduled", i => i.Vservers(), i => i.Vservers() + i.ScheduledTasks()) with
        {
            MostEffects = 1,
            Problems = a => a.Each(p => p.ScheduledTasks.Count == 1, "does not have just one scheduled task"),
        },
        Changing("password", "POST", "*/password", i => i.Vservers(), i => i.Vservers() + i.Passwords()) with { Problems = a => a.WrongPasswords() },
        Changing("terminate", "DELETE", "/v1/product/vserver/*", i => i.Vservers(), _ => Infrastructure.Empty),
        new("dedicated-order", new() { Method = "POST", Path = Order, Body = IsOrder }, i => i.DedicatedServers()) { Problems = Installed },
        new("dedicated-install", new() { Method = "POST", Path = "*/installation/create" }, i => i.DedicatedServers())
            { MostEffects = 1, Problems = Installed },
    ];

    private static Step Changing(string name, string method, string path, Func<Infrastructure, string> setup, Func<Infrastructure, string> target) =>
        new(name, new() { Method = method, Path = path }, target) { Setup = setup };

    private static IEnumerable<string> Installed(Aftermath after) =>
        after.Each(p => p.Image == Infrastructure.Template || after.Imported.Contains(p.Uuid), "is not installed");
}
