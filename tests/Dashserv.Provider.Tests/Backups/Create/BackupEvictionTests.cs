using CoreHarness;
using Dashserv.Simulator.Faults;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Backups.Create;

/// <summary>With <c>evict_oldest</c>, whose backup goes is still said: before, where that can be known, and afterwards.</summary>
public sealed class BackupEvictionTests
{
    [Fact]
    public async Task Plan_SeveralInOnePlan_NamesWhatEachCosts()
    {
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver(limit: 2);
        world.Simulator.World.AddBackup(vserver, "first");
        var next = world.Simulator.World.AddBackup(vserver, "second");
        var warning = Assert.Single((await world.Resource(TestBackups.Type).PlanAsync(Evicting(vserver, "nightly"))).Diagnostics);
        Assert.Contains("delete the oldest, \"first\" (", warning.Detail, StringComparison.Ordinal);
        Assert.Contains($"Further ones in this plan cost, in this order, \"second\" ({next}, ", warning.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_ListedNewestFirst_NamesTheOldest()
    {
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver(limit: 2);
        world.Simulator.Faults.Add(new FaultRule
        {
            Method = "GET",
            Path = "*/backup",
            Times = 0,
            Status = 200,
            Text = """{"success":true,"data":[{"uuid":"bbbbb","status":"OKAY","name":"newer","unix":{"created":1647510060}},{"uuid":"aaaaa","status":"OKAY","name":"older","unix":{"created":1647510000}}]}""",
        });
        var error = ProviderWorld.TheError((await world.Resource(TestBackups.Type).PlanAsync(TestBackups.Config(vserver))).Diagnostics);
        Assert.Contains("delete the oldest, \"older\" (aaaaa", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Apply_PlannedWithoutChecks_SaysAfterwardsWhatIsGone()
    {
        await using var world = await ProviderWorld.StartAsync(planChecks: false);
        var vserver = world.SeedVserver(limit: 1);
        var oldest = world.Simulator.World.AddBackup(vserver, "first");
        var told = Assert.Single(await world.Resource(TestBackups.Type).ApplyAsync(Evicting(vserver, "nightly")));
        Assert.Equal((Severity.Warning, "The oldest backup was deleted", "on_limit"), (told.Severity, told.Summary, told.Path.ToString()));
        Assert.Contains($"the API deleted \"first\" ({oldest}, created 2", told.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Apply_BelowTheLimit_SaysNothing()
    {
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver(limit: 2);
        world.Simulator.World.AddBackup(vserver, "first");
        Assert.Empty(await world.Resource(TestBackups.Type).ApplyAsync(Evicting(vserver, "nightly")));
    }

    [Fact]
    public async Task Replace_AtTheLimitBesideAnOlderOne_TellsOfCreateBeforeDestroy()
    {
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver(limit: 2);
        world.Simulator.World.AddBackup(vserver, "by hand");
        var backup = world.Resource(TestBackups.Type);
        await backup.ApplyAsync(Evicting(vserver, "monday"));
        var plan = await backup.PlanAsync(Evicting(vserver, "tuesday"));
        var warning = Assert.Single(plan.Diagnostics);
        Assert.Equal((Severity.Warning, "The oldest backup may be deleted"), (warning.Severity, warning.Summary));
        Assert.Contains("with create_before_destroy the API deletes the oldest, \"by hand\"", warning.Detail, StringComparison.Ordinal);
        Assert.Empty(await backup.ApplyAsync(plan));
        Assert.Equal(["by hand", "tuesday"], world.BackupsOf(vserver));
    }

    [Fact]
    public async Task Replace_TheOldestItself_SaysNothing()
    {
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver(limit: 1);
        var backup = world.Resource(TestBackups.Type);
        await backup.ApplyAsync(Evicting(vserver, "monday"));
        Assert.Empty((await backup.PlanAsync(Evicting(vserver, "tuesday"))).Diagnostics);
    }

    private static Config Evicting(string vserver, string name) => TestBackups.Config(vserver, name).With("on_limit", "evict_oldest");
}
