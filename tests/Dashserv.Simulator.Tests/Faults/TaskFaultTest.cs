namespace Dashserv.Simulator.Tests.Faults;

/// <summary>A vserver with one of each task to do, and what came of it.</summary>
public abstract class TaskFaultTest : SimulatorTest
{
    private protected const string Old = "debian10";
    private protected const string New = "ubuntu20_04";

    private protected static TimeSpan AllTasks { get; } = TimeSpan.FromSeconds(5);

    private protected string Prepare(string kind)
    {
        var uuid = Vserver();
        World.Change(uuid, new ProductChange { Image = New });
        World.AddBackup(uuid, "of the new image");
        World.Change(uuid, new ProductChange { Image = Old, Power = kind == "start" ? PowerState.Offline : null });
        return uuid;
    }

    private protected async Task BeginAsync(string kind, string uuid)
    {
        var at = $"product/vserver/{uuid}";
        var answer = kind switch
        {
            "reinstall" => await Post($"{at}/reinstall", ("image", New)),
            "upgrade" => await Put($"{at}/upgrade", ("cpu", "4"), ("ram", "8"), ("disk", "80")),
            "backup_create" => await Post($"{at}/backup", ("name", "b")),
            "backup_restore" => await Put($"{at}/backup/{World.State().Products.Single(p => p.Uuid == uuid).BackupUuids[0]}"),
            "password_reset" => await Post($"{at}/password"),
            _ => await Post($"{at}/actions/{kind}"),
        };
        Assert.True(answer.Success, answer.Json.ToJsonString());
    }

    private protected async Task<string> EndedAsync(string kind, string uuid)
    {
        await BeginAsync(kind, uuid);
        Clock.Advance(AllTasks);
        return (await TheTaskAsync(uuid)).Status;
    }

    private protected async Task<JsonNode> InstallAsync(string uuid)
    {
        Assert.True((await Post($"product/dedicated-server/{uuid}/installation/create", ("template", "278"), ("hostname", "h"))).Success);
        return (await Get($"product/dedicated-server/{uuid}/installation/status")).Data!;
    }

    private protected async Task<(string Name, string Status, long? End)> TheTaskAsync(string uuid)
    {
        var task = (await Get($"product/vserver/{uuid}/tasks")).Data![0]!;
        return ((string)task["task"]!, (string)task["status"]!, (long?)task["unix"]!["end"]);
    }

    private protected async Task<string> StateAsync(string uuid) => (string)(await Get($"product/vserver/{uuid}/status")).Data!["status"]!;

    private protected static TaskKind KindOf(string name) => Enum.Parse<TaskKind>(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
}
