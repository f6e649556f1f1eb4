namespace Dashserv.Provider.Tests.Backups;

/// <summary>Several backups in one plan.</summary>
public sealed class BackupPlanTests
{
    [Fact]
    public async Task Plan_MoreThanThereIsRoomFor_IsRefused()
    {
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver(limit: 2);
        await world.CreateBackupAsync(vserver, "first");
        var second = await world.Core.Resource(TestBackups.Type, "second").PlanAsync(TestBackups.Config(vserver, "second"));
        var third = await world.Core.Resource(TestBackups.Type, "third").PlanAsync(TestBackups.Config(vserver, "third"));
        Assert.False(second.HasErrors);
        var error = ProviderWorld.TheError(third.Diagnostics);
        Assert.Equal(("The backup would delete another", "on_limit"), (error.Summary, error.Path.ToString()));
        Assert.Contains("keeps 2 backups and has 1; this plan makes 1 more", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_MoreThanAnEmptyVserverKeeps_IsRefused()
    {
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver(limit: 1);
        var first = await world.Core.Resource(TestBackups.Type, "first").PlanAsync(TestBackups.Config(vserver, "first"));
        var second = await world.Core.Resource(TestBackups.Type, "second").PlanAsync(TestBackups.Config(vserver, "second"));
        Assert.False(first.HasErrors);
        Assert.Equal("More backups than the vserver keeps", ProviderWorld.TheError(second.Diagnostics).Summary);
    }
}
