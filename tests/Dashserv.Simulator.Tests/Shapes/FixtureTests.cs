namespace Dashserv.Simulator.Tests.Shapes;

/// <summary>Every sample of the API reference against the simulator's own answer to the same call.</summary>
public sealed class FixtureTests : SimulatorTest
{
    private static readonly string[] All =
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Fixtures"), "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!)];

    public static TheoryData<string> Names => [.. All];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Answer_ToTheSamplesCall_HasTheSamplesShape(string name)
    {
        var sample = JsonNode.Parse(
            await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Fixtures", $"{name}.json"), TestContext.Current.CancellationToken))!;

        var answer = await Ask(name);

        Shape.AssertSame(sample, answer.Json);
        Assert.Equal((bool)sample["success"]!, answer.Success);
        // Lists must have been compared by their elements, unless it is the sample of an empty one.
        if (answer.Data is JsonArray list && name != "introduction-empty-list")
        {
            Assert.NotEmpty(list);
        }
        // Words that are the same for everybody are the same here.
        if (sample["data"] is JsonValue word && ((string)word!).Contains('_', StringComparison.Ordinal))
        {
            Assert.Equal((string)word!, answer.Word);
        }
    }

    private async Task<Answer> Ask(string name)
    {
        if (name.StartsWith("dedicated-server", StringComparison.Ordinal))
        {
            return await AskDedicated(name);
        }

        if (name.StartsWith("vserver-", StringComparison.Ordinal))
        {
            return await AskVserver(name, Vserver());
        }

        switch (name)
        {
            case "error-not-found": return await Get("product/vserver/nosuch");
            case "introduction-empty-list": return await Get("product/dedicated-server");
            case "order-form": return await Get("manage/product/dedicated-server:h5HGC");
            case "order-quote": return await Post("manage/product/dedicated-server:h5HGC", [("calculate", "true"), .. Samples.DedicatedA]);
            case "order-place": return await Post("manage/product/dedicated-server:h5HGC", Samples.DedicatedA);
            case "order-validation-error": return await Post("manage/product/dedicated-server:h5HGC", Samples.DedicatedA.With("data[bandwidth]", "0"));
            case "product-terminate": return await Delete($"product/vserver/{Vserver()}");
            case "order-status":
                var order = (await Post("manage/product/dedicated-server:h5HGC", Samples.DedicatedA)).Word;
                Clock.Advance(TimeSpan.FromSeconds(1));
                return await Get($"manage/order/{order}");
            default: throw new NotSupportedException($"No call is known for the fixture {name}.");
        }
    }

    private async Task<Answer> AskVserver(string name, string uuid)
    {
        var at = $"product/vserver/{uuid}";
        switch (name["vserver-".Length..])
        {
            case "list": return await Get("product/vserver");
            case "get": return await Get(at);
            case "images": return await Get("product/vserver/image");
            case "status": return await Get($"{at}/status");
            case "stats": return await Get($"{at}/stats?timeframe=hour");
            case "password": return await Post($"{at}/password");
            case "reinstall": return await Post($"{at}/reinstall", ("image", "debian10"));
            case "upgrade": return await Put($"{at}/upgrade", ("cpu", "4"), ("ram", "16"), ("disk", "120"));
            case "upgrade-cannot-downgrade": return await Put($"{at}/upgrade", ("cpu", "4"), ("ram", "16"), ("disk", "30"));
            case "upgrade-exceeds-limit": return await Put($"{at}/upgrade", ("cpu", "400"), ("ram", "16"), ("disk", "120"));
            case "start":
                World.Change(uuid, new() { Power = PowerState.Offline });
                return await Post($"{at}/actions/start");
            case var action and ("shutdown" or "stop" or "restart" or "reset"): return await Post($"{at}/actions/{action}");
            case "tasks":
                await Post($"{at}/actions/restart");
                return await Get($"{at}/tasks");
            case "backup-create": return await Post($"{at}/backup", ("name", "testbackup"));
            case "backups":
                await Post($"{at}/backup", ("name", "testbackup"));
                return await Get($"{at}/backup");
            case "backup-delete": return await Delete($"{at}/backup/{World.AddBackup(uuid, "b")}");
            case "backup-restore": return await Put($"{at}/backup/{World.AddBackup(uuid, "b")}");
            case "scheduled-task-create":
                return await Post(
                $"{at}/tasks/scheduled", ("interval", "DAILY"), ("command", "BACKUP"), ("nextexecution", "\"18.03.2022 09:21\""));
        }

        await Post($"{at}/tasks/scheduled", ("interval", "DAILY"), ("command", "BACKUP"), ("nextexecution", "\"18.03.2022 09:21\""));
        var tasks = await Get($"{at}/tasks/scheduled");
        return name switch
        {
            "vserver-scheduled-tasks" => tasks,
            "vserver-scheduled-task-delete" => await Delete($"{at}/tasks/scheduled", ("taskuuid", (string)tasks.Data![0]!["uuid"]!)),
            _ => throw new NotSupportedException($"No call is known for the fixture {name}."),
        };
    }

    private async Task<Answer> AskDedicated(string name)
    {
        var at = $"product/dedicated-server/{await DedicatedServer()}";
        return name["dedicated-server-".Length..] switch
        {
            "list" => await Get("product/dedicated-server"),
            "get" => await Get(at),
            "models" => await Get("product/dedicated-server/models"),
            "templates" => await Get("product/dedicated-server/templates"),
            "status" => await Get($"{at}/status"),
            "network" => await Get($"{at}/network"),
            "installation-create" => await Install(at),
            "installation-status" => await Installed(at),
            var action => await Post($"{at}/actions/{action}"),
        };
    }

    private Task<Answer> Install(string at) => Post($"{at}/installation/create", ("template", "295"), ("hostname", "test.de"));

    private async Task<Answer> Installed(string at)
    {
        await Install(at);
        Clock.Advance(Options.InstallationTime);
        return await Get($"{at}/installation/status");
    }
}
