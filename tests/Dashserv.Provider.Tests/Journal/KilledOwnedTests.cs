using CoreHarness;
using Dashserv.Provider.Tests.Backups;
using Dashserv.Provider.Tests.ScheduledTasks;

namespace Dashserv.Provider.Tests.Journal;

/// <summary>An apply that is killed while, or after, it makes a backup or a scheduled task: the next one takes that up, and makes no second.</summary>
public sealed class KilledOwnedTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("journal").FullName;

    private string[] Files => Directory.GetFiles(_folder, "*.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(TestBackups.Type, true)]
    [InlineData(TestBackups.Type, false)]
    [InlineData(TestScheduledTasks.Type, true)]
    [InlineData(TestScheduledTasks.Type, false)]
    public async Task Create_Killed_IsTakenUp(string type, bool isIdKnown)
    {
        await using var world = await ProviderWorld.StartAsync(journal: _folder);
        var (vserver, config) = Seed(world, type);
        var first = await world.CreateAsync(type, config);
        await KillAsync(world, isIdKnown);
        var again = world.Resource(type);

        var told = await again.ApplyAsync(config);

        Assert.Contains("of a run that was killed was taken up", Assert.Single(told).Summary, StringComparison.Ordinal);
        Assert.Equal((first["id"], 1), (again["id"], Made(world, vserver)));
        world.Core.End();
        Assert.Empty(Files);
        Assert.Equal(ChangeAction.NoOp, (await again.PlanAsync(config)).Action);
    }

    [Theory]
    [InlineData(TestBackups.Type)]
    [InlineData(TestScheduledTasks.Type)]
    public async Task Create_KilledAndNeverArrived_IsMade(string type)
    {
        await using var world = await ProviderWorld.StartAsync(journal: _folder);
        var (vserver, config) = Seed(world, type);
        var first = await world.CreateAsync(type, config);
        await KillAsync(world, isIdKnown: false);
        Assert.Empty(await first.DestroyAsync());
        await KillAsync(world, isIdKnown: false);

        Assert.Empty(await world.Resource(type).ApplyAsync(config));

        Assert.Equal(2, Made(world, vserver));
    }

    [Theory]
    [InlineData(TestBackups.Type)]
    [InlineData(TestScheduledTasks.Type)]
    public async Task Create_RunEndedInGoodOrder_IsNotTakenUp(string type)
    {
        await using var world = await ProviderWorld.StartAsync(journal: _folder);
        var (vserver, config) = Seed(world, type);
        await world.CreateAsync(type, config);
        world.Core.End();
        await KillAsync(world, isIdKnown: true);

        Assert.Empty(await world.Resource(type).ApplyAsync(config));

        Assert.Equal(2, Made(world, vserver));
    }

    [Theory]
    [InlineData(TestBackups.Type)]
    [InlineData(TestScheduledTasks.Type)]
    public async Task Refresh_StateHasIt_EndsTheNote(string type)
    {
        await using var world = await ProviderWorld.StartAsync(journal: _folder);
        var resource = await world.CreateAsync(type, Seed(world, type).Config);
        await KillAsync(world, isIdKnown: true);
        Assert.Single(Files);
        await resource.RefreshAsync();
        Assert.Empty(Files);
    }

    private static (string Vserver, Config Config) Seed(ProviderWorld world, string type)
    {
        var vserver = world.SeedVserver();
        return (vserver, type == TestBackups.Type ? TestBackups.Config(vserver) : TestScheduledTasks.Config(vserver));
    }

    private static int Made(ProviderWorld world, string vserver) =>
        world.Simulator.Journal.Count($"/v1/product/vserver/{vserver}/backup", "POST")
            + world.Simulator.Journal.Count($"/v1/product/vserver/{vserver}/tasks/scheduled", "POST");

    // The lock of a process goes with it; here, it is the same process.
    private async Task KillAsync(ProviderWorld world, bool isIdKnown)
    {
        foreach (var file in Directory.GetFiles(_folder, "*.lock"))
        {
            File.Delete(file);
        }

        foreach (var file in isIdKnown ? [] : Files)
        {
            var record = System.Text.Json.Nodes.JsonNode.Parse(await File.ReadAllTextAsync(file))!.AsObject();
            record.Remove("product");
            await File.WriteAllTextAsync(file, record.ToJsonString());
        }

        await world.ConfigureAsync();
    }
}
