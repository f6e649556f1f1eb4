using CoreHarness;
using Dashserv.Provider.Tests.Backups;
using Dashserv.Provider.Tests.Support;
using Dashserv.Provider.Tests.Vservers;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.BackupRestores;

/// <summary>A restore happens once for each time it is asked for, and never by accident.</summary>
public sealed class BackupRestoreTests
{
    [Fact]
    public async Task Lifecycle_WholeCycle_RestoresOncePerTrigger()
    {
        await using var world = await ProviderWorld.StartAsync();
        var (vserver, backup) = world.SeedRestorable();
        var readable = TestBackupRestores.Config(vserver, backup);
        var steps = await world.Core.CheckLifecycleAsync(
            TestBackupRestores.Type,
            readable.With("triggers", Config.Of(("on", "monday"))),
            readable.With("triggers", Config.Of(("on", "tuesday"))),
            r => (string)r["id"]!,
            new Adoption(readable, () => world.Writes().Count));
        Assert.All(steps.SelectMany(s => s.Diagnostics), d => Assert.Equal("This overwrites the disk", d.Summary));
        Assert.Equal(["plan create", "create", "plan update", "update"], steps.Where(s => s.Diagnostics.Count > 0).Select(s => s.Name));
        Assert.Equal((2, 2), (world.RestoresAsked(), world.Writes().Count));
        Assert.True(world.IsRestored(vserver));
        Assert.Equal(["before"], world.BackupsOf(vserver));
    }

    [Fact]
    public async Task Import_ByVserverAndBackup_RestoresNothingAndPlansNoChange()
    {
        await using var world = await ProviderWorld.StartAsync();
        var (vserver, backup) = world.SeedRestorable();
        var restore = world.Resource(TestBackupRestores.Type);
        Assert.Empty(await restore.ImportAsync($"{vserver}/{backup}"));
        Assert.Equal(ChangeAction.NoOp, (await restore.PlanAsync(TestBackupRestores.Config(vserver, backup))).Action);
        Assert.Equal(0, world.RestoresAsked());
    }

    [Fact]
    public async Task Plan_Create_WarnsOfTheDisk()
    {
        await using var world = await ProviderWorld.StartAsync();
        var (vserver, backup) = world.SeedRestorable();
        var plan = await world.Resource(TestBackupRestores.Type).PlanAsync(TestBackupRestores.Config(vserver, backup));
        var warning = Assert.Single(plan.Diagnostics);
        Assert.Equal((Severity.Warning, "backup_id"), (warning.Severity, warning.Path.ToString()));
        Assert.Contains($"The backup {backup} will be restored onto the vserver {vserver}", warning.Detail, StringComparison.Ordinal);
        Assert.Equal($"{vserver}/{backup}", plan["id"]);
    }

    [Fact]
    public async Task Plan_BackupNotMadeYet_WarnsAllTheSame()
    {
        await using var world = await ProviderWorld.StartAsync();
        var (vserver, backup) = world.SeedRestorable();
        var restore = world.Resource(TestBackupRestores.Type);
        var plan = await restore.PlanAsync(TestBackupRestores.Config(vserver, backup).With("backup_id", Config.Unknown));
        Assert.Contains("A backup will be restored", Assert.Single(plan.Diagnostics).Detail, StringComparison.Ordinal);
        Assert.True(plan.IsUnknown("id"));
        await restore.ApplyAsync(plan, TestBackupRestores.Config(vserver, backup));
        Assert.True(world.IsRestored(vserver));
    }

    [Fact]
    public async Task Plan_VserverNotMadeYet_WarnsAllTheSame()
    {
        await using var world = await ProviderWorld.StartAsync();
        var plan = await world.Resource(TestBackupRestores.Type).PlanAsync(Config.Of(("vserver_id", Config.Unknown), ("backup_id", Config.Unknown)));
        Assert.Contains("onto a vserver that this apply makes", Assert.Single(plan.Diagnostics).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Update_TriggerChanged_RestoresAgain()
    {
        await using var world = await ProviderWorld.StartAsync();
        var (vserver, backup) = world.SeedRestorable();
        var config = TestBackupRestores.Config(vserver, backup).With("triggers", Config.Of(("on", "monday")));
        var restore = await CreateAsync(world, config);
        world.Write(vserver);
        var plan = await restore.PlanAsync(config.With("triggers", Config.Of(("on", "tuesday"))));
        Assert.Equal((ChangeAction.Update, "This overwrites the disk"), (plan.Action, Assert.Single(plan.Diagnostics).Summary));
        await restore.ApplyAsync(plan);
        Assert.Equal(2, world.RestoresAsked());
        Assert.True(world.IsRestored(vserver));
    }

    [Fact]
    public async Task Update_OtherBackup_RestoresThat()
    {
        await using var world = await ProviderWorld.StartAsync();
        var (vserver, backup) = world.SeedRestorable();
        var restore = await CreateAsync(world, TestBackupRestores.Config(vserver, backup));
        var other = world.Simulator.World.AddBackup(vserver, "other");
        await restore.ApplyAsync(TestBackupRestores.Config(vserver, other));
        Assert.Equal($"{vserver}/{other}", restore["id"]);
        Assert.Equal(1, world.Simulator.Journal.Count($"/v1/product/vserver/{vserver}/backup/{other}", "PUT"));
    }

    [Fact]
    public async Task Update_OtherVserver_RestoresThere()
    {
        await using var world = await ProviderWorld.StartAsync();
        var (vserver, backup) = world.SeedRestorable();
        var (other, otherBackup) = world.SeedRestorable();
        var restore = await CreateAsync(world, TestBackupRestores.Config(vserver, backup));
        world.Write(vserver);
        await restore.ApplyAsync(TestBackupRestores.Config(other, otherBackup));
        Assert.Equal((false, true), (world.IsRestored(vserver), world.IsRestored(other)));
    }

    [Theory]
    [InlineData(null, "monday")]
    [InlineData("monday", null)]
    public async Task Update_TriggersAddedOrRemovedAsAWhole_RestoresNothing(string? before, string? after)
    {
        await using var world = await ProviderWorld.StartAsync();
        var (vserver, backup) = world.SeedRestorable();
        var restore = await CreateAsync(world, WithTrigger(before));
        var plan = await restore.PlanAsync(WithTrigger(after));
        Assert.Empty(plan.Diagnostics);
        Assert.Equal(["triggers"], plan.Changes);
        Assert.Empty(await restore.ApplyAsync(plan));
        Assert.Equal(1, world.RestoresAsked());
        Assert.Equal(ChangeAction.NoOp, (await restore.PlanAsync(WithTrigger(after))).Action);

        Config WithTrigger(string? value) => TestBackupRestores.Config(vserver, backup).With("triggers", value is null ? null : Config.Of(("on", value)));
    }

    [Theory]
    [InlineData("monday", 1)]
    [InlineData("tuesday", 2)]
    public async Task Update_TriggerNotKnownYet_RestoresOnlyIfItChanges(string turnsOut, int restores)
    {
        await using var world = await ProviderWorld.StartAsync();
        var (vserver, backup) = world.SeedRestorable();
        var config = TestBackupRestores.Config(vserver, backup);
        var restore = await CreateAsync(world, config.With("triggers", Config.Of(("on", "monday"))));
        var plan = await restore.PlanAsync(config.With("triggers", Config.Of(("on", Config.Unknown))));
        Assert.Equal("This overwrites the disk", Assert.Single(plan.Diagnostics).Summary);
        await restore.ApplyAsync(plan, config.With("triggers", Config.Of(("on", turnsOut))));
        Assert.Equal(restores, world.RestoresAsked());
    }

    [Fact]
    public async Task Create_Locked_WaitsBeforeAndAfter()
    {
        await using var world = await ProviderWorld.StartAsync();
        var (vserver, backup) = world.SeedRestorable();
        var restore = world.Resource(TestBackupRestores.Type);
        var diagnostics = await world.RunPastLockAsync(vserver, () => restore.ApplyAsync(TestBackupRestores.Config(vserver, backup)));

        // The image changes, and the lock clears, at the end of a restore.
        Assert.DoesNotContain(diagnostics, d => d.Severity == Severity.Error);
        Assert.True(world.IsRestored(vserver));
        Assert.Equal(1, world.RestoresAsked());
    }

    [Fact]
    public async Task Destroy_Always_DoesNothing()
    {
        await using var world = await ProviderWorld.StartAsync();
        var (vserver, backup) = world.SeedRestorable();
        var restore = await CreateAsync(world, TestBackupRestores.Config(vserver, backup));
        world.Write(vserver);
        var plan = await restore.PlanDestroyAsync();
        world.Simulator.Journal.Clear();
        Assert.Empty(await restore.ApplyAsync(plan));
        Assert.False(restore.Exists);
        Assert.Equal(0, world.Simulator.Journal.Count());
        Assert.False(world.IsRestored(vserver));
    }

    [Fact]
    public async Task Refresh_BackupGone_KeepsIt()
    {
        await using var world = await ProviderWorld.StartAsync();
        var (vserver, backup) = world.SeedRestorable();
        var restore = await CreateAsync(world, TestBackupRestores.Config(vserver, backup));
        world.Simulator.World.RemoveBackup(vserver, backup);
        var plan = await restore.PlanAsync(TestBackupRestores.Config(vserver, backup));
        Assert.Empty(plan.Diagnostics);
        Assert.Equal(ChangeAction.NoOp, plan.Action);
    }

    [Fact]
    public async Task Refresh_VserverTerminated_IsDropped()
    {
        await using var world = await ProviderWorld.StartAsync();
        var (vserver, backup) = world.SeedRestorable();
        var restore = await CreateAsync(world, TestBackupRestores.Config(vserver, backup));
        world.Simulator.World.Delete(vserver);
        Assert.Empty(await restore.RefreshAsync());
        Assert.False(restore.Exists);
    }

    [Theory]
    [MemberData(nameof(NotGone.Answers), MemberType = typeof(NotGone))]
    public async Task Refresh_AnythingElseThanGone_IsAnErrorAndKeepsTheState(int status, string text, string told)
    {
        await using var world = await ProviderWorld.StartAsync();
        var (vserver, backup) = world.SeedRestorable();
        var restore = await CreateAsync(world, TestBackupRestores.Config(vserver, backup));
        var before = restore.State;
        world.AnswerReads(status, text);
        Assert.Contains(told, ProviderWorld.TheError(await restore.RefreshAsync()).Detail, StringComparison.Ordinal);
        Assert.Equal(before!.Json, restore.State?.Json);
    }

    [Fact]
    public async Task Refresh_NoAnswerInTime_SaysSoAndKeepsTheState()
    {
        var clock = new JumpingClock();
        await using var world = await ProviderWorld.StartAsync(time: clock);
        var (vserver, backup) = world.SeedRestorable();
        var restore = await CreateAsync(world, TestBackupRestores.Config(vserver, backup).With("timeouts", Config.Of(("read", "20s"))));
        var error = ProviderWorld.TheError(await world.RunUnansweredAsync("GET", clock, restore.RefreshAsync));
        Assert.Equal(("Time is up", "timeouts"), (error.Summary, error.Path.ToString()));
        Assert.All(["longer than 20s", "Nothing was removed from the state"], part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.True(restore.Exists);
    }

    private static async Task<ResourceInstance> CreateAsync(ProviderWorld world, Config config)
    {
        var restore = world.Resource(TestBackupRestores.Type);
        Assert.DoesNotContain(await restore.ApplyAsync(config), d => d.Severity == Severity.Error);
        return restore;
    }
}
