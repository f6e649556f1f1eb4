using CoreHarness;
using Dashserv.Provider.Tests.Support;
using Dashserv.Simulator.Faults;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.BackupRestores;

/// <summary>What counts as a sign of a restore, and of its end: other things lock a server, too.</summary>
public sealed class BackupRestoreWatchTests
{
    private const string Requests = "/v1/product/vserver/*/backup/*";

    [Fact]
    public async Task Create_AnswerLostAndSomethingElseLocks_IsNotTakenForDone()
    {
        await using var world = await ProviderWorld.StartAsync(time: new JumpingClock());
        var (vserver, backup) = world.SeedRestorable();
        world.Simulator.Faults.Add(new FaultRule { Method = "PUT", Path = Requests, Cut = CutMoment.Before }, Status("backup") with { Skip = 1, Times = 3 });
        var restore = world.Resource(TestBackupRestores.Type);
        var error = ProviderWorld.TheError(await restore.ApplyAsync(TestBackupRestores.Config(vserver, backup)));
        Assert.Equal("The backup may not have been restored", error.Summary);
        Assert.Equal((false, false), (restore.Exists, world.IsRestored(vserver)));
    }

    [Fact]
    public async Task Create_RefusedForALockAsIfItWereASuccess_IsAskedOnceMoreAfterIt()
    {
        await using var world = await ProviderWorld.StartAsync();
        var (vserver, backup) = world.SeedRestorable();
        world.Simulator.Faults.Add(
            new FaultRule { Method = "PUT", Path = Requests, Status = 200, Word = "vserver_locked" }, Status("backup") with { Skip = 1, Times = 2 });
        Assert.DoesNotContain(
            await world.Resource(TestBackupRestores.Type).ApplyAsync(TestBackupRestores.Config(vserver, backup)), d => d.Severity == Severity.Error);
        Assert.Equal((2, true), (world.RestoresAsked(), world.IsRestored(vserver)));
    }

    [Fact]
    public async Task Create_TaskStillRunsWithoutALock_IsWaitedFor()
    {
        await using var world = await ProviderWorld.StartAsync(time: new JumpingClock());
        var (vserver, backup) = world.SeedRestorable();
        world.Simulator.Faults.Add(
            Status(null) with { Skip = 1, Times = 0 }, Tasks("null", "RUNNING") with { Skip = 1, Times = 9 },
            Tasks("1947448602", "OK") with { Skip = 1, Times = 0 });
        Assert.DoesNotContain(
            await world.Resource(TestBackupRestores.Type).ApplyAsync(TestBackupRestores.Config(vserver, backup)), d => d.Severity == Severity.Error);
        Assert.Equal(11, world.Simulator.Journal.Count("*/tasks"));
    }

    [Theory]
    [InlineData("ERROR")]
    [InlineData("failed")]
    public async Task Create_TaskFails_SaysSoAndRestoresNextTime(string status)
    {
        await using var world = await ProviderWorld.StartAsync(time: new JumpingClock());
        var (vserver, backup) = world.SeedRestorable();
        world.Simulator.Faults.Add(Tasks("null", "RUNNING") with { Skip = 1, Times = 3 }, Tasks("1947448602", status) with { Skip = 1, Times = 0 });
        var restore = world.Resource(TestBackupRestores.Type);
        var error = ProviderWorld.TheError(await restore.ApplyAsync(TestBackupRestores.Config(vserver, backup)));
        Assert.Equal("The restore failed", error.Summary);
        Assert.Contains($"\"{status}\"", error.Detail, StringComparison.Ordinal);
        Assert.False(restore.Exists);
    }

    [Theory]
    [InlineData("ERROR")]
    [InlineData("failed")]
    public async Task Update_TaskFails_SaysSoAndIsTriedAgain(string status)
    {
        await using var world = await ProviderWorld.StartAsync(time: new JumpingClock());
        var (vserver, backup) = world.SeedRestorable();
        var config = TestBackupRestores.Config(vserver, backup);
        var restore = world.Resource(TestBackupRestores.Type);
        await restore.ApplyAsync(config.With("triggers", Config.Of(("on", "monday"))));

        // As many as before: a list may be cut off at some length.
        world.Simulator.Faults.Add(Tasks("1947448602", status) with { Skip = 1, Times = 0 });
        var error = ProviderWorld.TheError(await restore.ApplyAsync(config.With("triggers", Config.Of(("on", "tuesday")))));
        Assert.Equal("The restore failed", error.Summary);
        Assert.Equal(ChangeAction.Update, (await restore.PlanAsync(config.With("triggers", Config.Of(("on", "tuesday"))))).Action);
    }

    [Fact]
    public async Task Create_InterruptedBeforeTheAnswer_DoesNotSayThatNothingWasRestored()
    {
        var clock = new JumpingClock();
        await using var world = await ProviderWorld.StartAsync(time: clock);
        var (vserver, backup) = world.SeedRestorable();
        var restore = world.Resource(TestBackupRestores.Type);
        var error = ProviderWorld.TheError(await InterruptUnansweredAsync(world, clock, restore, TestBackupRestores.Config(vserver, backup)));
        Assert.Equal("Interrupted", error.Summary);
        Assert.All(
            ["the answer was lost", "It was not asked for a second time", $"Look at the vserver {vserver}"],
            part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.DoesNotContain("Nothing was restored", error.Detail, StringComparison.Ordinal);
        Assert.False(restore.Exists);
    }

    [Fact]
    public async Task Create_InterruptedBeforeTheAnswerAndSeenToRun_IsNotRestoredAgain()
    {
        var clock = new JumpingClock();
        await using var world = await ProviderWorld.StartAsync(time: clock);
        var (vserver, backup) = world.SeedRestorable();
        world.Simulator.Faults.Add(Status("restore") with { Skip = 1, Times = 0 });
        var restore = world.Resource(TestBackupRestores.Type);
        var warning =
            Assert.Single(await InterruptUnansweredAsync(world, clock, restore, TestBackupRestores.Config(vserver, backup)), d => d.Summary == "Interrupted");
        Assert.Equal((Severity.Warning, true, false), (warning.Severity, restore.Exists, restore.Tainted));
        Assert.Contains("does not restore once more", warning.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_BackupThatFailed_IsRefused()
    {
        await using var world = await ProviderWorld.StartAsync();
        var (vserver, backup) = world.SeedRestorable();
        world.Simulator.World.ChangeBackup(vserver, backup, new() { Status = "ERROR" });
        var error = ProviderWorld.TheError((await world.Resource(TestBackupRestores.Type).PlanAsync(TestBackupRestores.Config(vserver, backup))).Diagnostics);
        Assert.Equal(("The backup cannot be restored", "backup_id"), (error.Summary, error.Path.ToString()));
        Assert.All(["\"ERROR\"", "Nothing was restored", "Choose another"], part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
    }

    private static async Task<Diagnostics> InterruptUnansweredAsync(ProviderWorld world, JumpingClock clock, ResourceInstance restore, Config config)
    {
        world.Simulator.Faults.Add(new FaultRule { Method = "PUT", Path = Requests, Hold = true });
        var applying = restore.ApplyAsync(config);
        await world.InterruptUnansweredAsync(clock, applying);
        return await applying;
    }

    private static FaultRule Status(string? locked) => new()
    {
        Method = "GET",
        Path = "*/status",
        Status = 200,
        Text = $$$"""{"success":true,"data":{"status":"online","locked":{{{(locked is null ? "false" : $"\"{locked}\"")}}}}}""",
    };

    private static FaultRule Tasks(string end, string status) => new()
    {
        Method = "GET",
        Path = "*/tasks",
        Status = 200,
        Text = $$$"""{"success":true,"data":[{"unix":{"start":1947438602,"end":{{{end}}}},"task":"backup_restore","status":"{{{status}}}"}]}""",
    };
}
