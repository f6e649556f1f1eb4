using CoreHarness;
using Dashserv.Provider.Tests.Support;
using Dashserv.Simulator.Control;
using Dashserv.Simulator.Faults;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.BackupRestores;

/// <summary>A restore that did not go as it should: whether the disk was written to is said each time, and nothing is restored twice.</summary>
public sealed class BackupRestoreFailureTests
{
    private const string Requests = "/v1/product/vserver/*/backup/*";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Create_BackupGone_SaysWhichThereAre(bool inThePlan)
    {
        await using var world = await ProviderWorld.StartAsync(planChecks: inThePlan);
        var (vserver, backup) = world.SeedRestorable();
        var error = ProviderWorld.TheError(await world.Resource(TestBackupRestores.Type).ApplyAsync(TestBackupRestores.Config(vserver, "zzzzz")));
        Assert.Equal(("No such backup", "backup_id"), (error.Summary, error.Path.ToString()));
        Assert.Contains($"{vserver} has no backup zzzzz", error.Detail, StringComparison.Ordinal);
        Assert.Contains($"\"before\" ({backup}, created 2", error.Detail, StringComparison.Ordinal);
        Assert.Contains("disk is as it was", error.Detail, StringComparison.Ordinal);
        Assert.False(world.IsRestored(vserver));
        Assert.Equal(inThePlan ? 0 : 1, world.RestoresAsked());
    }

    [Fact]
    public async Task Create_BackupGoneSinceThePlan_SaysSo()
    {
        await using var world = await ProviderWorld.StartAsync();
        var (vserver, backup) = world.SeedRestorable();
        var restore = world.Resource(TestBackupRestores.Type);
        var plan = await restore.PlanAsync(TestBackupRestores.Config(vserver, backup));
        world.Simulator.World.RemoveBackup(vserver, backup);
        var error = ProviderWorld.TheError(await restore.ApplyAsync(plan));
        Assert.Equal(("No such backup", "backup_id"), (error.Summary, error.Path.ToString()));
        Assert.Contains("no backups at all", error.Detail, StringComparison.Ordinal);
        Assert.False(restore.Exists);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Create_VserverGone_IsAnErrorOnTheVserver(bool inThePlan)
    {
        await using var world = await ProviderWorld.StartAsync(planChecks: inThePlan);
        var error = ProviderWorld.TheError(await world.Resource(TestBackupRestores.Type).ApplyAsync(TestBackupRestores.Config("lLPgX", "Nl8cU")));
        Assert.Equal((inThePlan ? "No such vserver" : "The backup Nl8cU was not restored", "vserver_id"), (error.Summary, error.Path.ToString()));
        Assert.All(
            inThePlan
                ? ["there is no vserver lLPgX", "Nothing was done", "correct vserver_id"]
                : new[] { "lLPgX/tasks", "does not exist", "Nothing was restored, and the disk is as it was" },
            part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(403, "forbidden", "read permission")]
    [InlineData(500, "internal_error", "the server failed")]
    public async Task Create_AnswerLostAndServerUnreadable_DoesNotSayThatNothingWasRestored(int status, string word, string told)
    {
        await using var world = await ProviderWorld.StartAsync(time: new JumpingClock());
        var (vserver, backup) = world.SeedRestorable();
        world.Simulator.Faults.Add(
            new FaultRule { Method = "PUT", Path = Requests, Cut = CutMoment.After },
            new FaultRule { Method = "GET", Path = "*/status", Skip = 1, Times = 0, Status = status, Word = word });
        var restore = world.Resource(TestBackupRestores.Type);
        var error = ProviderWorld.TheError(await restore.ApplyAsync(TestBackupRestores.Config(vserver, backup)));
        Assert.Equal("The backup may not have been restored", error.Summary);
        Assert.All(
            [told, "the connection broke", "not asked for a second time", "Look at the vserver"],
            part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.DoesNotContain("Nothing was restored", error.Detail, StringComparison.Ordinal);
        Contradictions.Check(error);
        Assert.False(restore.Exists);
        Assert.Equal(1, world.RestoresAsked());
    }

    [Theory]
    [MemberData(nameof(Refusals.Answers), MemberType = typeof(Refusals))]
    public async Task Create_Refused_SaysWhyAndThatTheDiskIsAsItWas(int status, string text, string attribute, string told)
    {
        await using var world = await ProviderWorld.StartAsync();
        var (vserver, backup) = world.SeedRestorable();
        world.Simulator.Faults.Add(new FaultRule { Method = "PUT", Times = 0, Status = status, Text = text });
        var restore = world.Resource(TestBackupRestores.Type);
        var error = ProviderWorld.TheError(await restore.ApplyAsync(TestBackupRestores.Config(vserver, backup)));
        Assert.Equal((Refusals.Summary(told, $"The backup {backup} was not restored"), attribute), (error.Summary, error.Path.ToString()));
        Assert.Contains(told, error.Detail, StringComparison.Ordinal);
        Assert.Contains("Nothing was restored, and the disk is as it was", error.Detail, StringComparison.Ordinal);
        Assert.False(restore.Exists);
        Assert.Equal(1, world.RestoresAsked());
    }

    public static TheoryData<FaultRule> TookEffect =>
    [
        new FaultRule { Name = "cut", Cut = CutMoment.After },
        new FaultRule { Name = "failed", Status = 500, Word = "internal_error", Applied = true },
        new FaultRule { Name = "empty", Garbage = GarbageKind.Empty },
        new FaultRule { Name = "other word", Status = 200, Word = "vserver_restore_queued", Applied = true },
    ];

    [Theory]
    [MemberData(nameof(TookEffect))]
    public async Task Create_AnswerLostAfterTheEffect_RestoresOnce(FaultRule fault)
    {
        await using var world = await ProviderWorld.StartAsync();
        var (vserver, backup) = world.SeedRestorable();
        world.Simulator.World.Configure(new SettingsChange { RestoreTime = TimeSpan.FromMilliseconds(100) });
        world.Simulator.Faults.Add(fault with { Method = "PUT", Path = Requests });
        var restore = world.Resource(TestBackupRestores.Type);
        Assert.DoesNotContain(await restore.ApplyAsync(TestBackupRestores.Config(vserver, backup)), d => d.Severity == Severity.Error);
        Assert.Equal($"{vserver}/{backup}", restore["id"]);
        Assert.Equal(1, world.RestoresAsked());
        Assert.True(world.IsRestored(vserver));
    }

    [Fact]
    public async Task Create_AnswerLostBeforeTheEffect_SaysThatNothingWasSeen()
    {
        await using var world = await ProviderWorld.StartAsync();
        var (vserver, backup) = world.SeedRestorable();
        world.Simulator.Faults.Add(new FaultRule { Method = "PUT", Path = Requests, Cut = CutMoment.Before });
        var restore = world.Resource(TestBackupRestores.Type);
        var error = ProviderWorld.TheError(await restore.ApplyAsync(TestBackupRestores.Config(vserver, backup)));
        Assert.Equal("The backup may not have been restored", error.Summary);
        Assert.Contains($"PUT /v1/product/vserver/{vserver}/backup/{backup}", error.Detail, StringComparison.Ordinal);
        Assert.Contains("not asked for a second time", error.Detail, StringComparison.Ordinal);
        Assert.False(restore.Exists);
        Assert.Equal(1, world.RestoresAsked());
    }

    [Fact]
    public async Task Create_LockThatNeverClears_GivesUpAndNamesIt()
    {
        await using var world = await ProviderWorld.StartAsync(time: new JumpingClock());
        var (vserver, backup) = world.SeedRestorable();
        world.Simulator.World.Lock(vserver, "backup", TimeSpan.FromDays(1));
        var error = ProviderWorld.TheError(await world.Resource(TestBackupRestores.Type).ApplyAsync(TestBackupRestores.Config(vserver, backup)));
        Assert.Equal(("Time is up", "timeouts"), (error.Summary, error.Path.ToString()));
        Assert.Contains("Nothing was restored", error.Detail, StringComparison.Ordinal);
        Assert.Contains("locked: \"backup\"", error.Detail, StringComparison.Ordinal);
        Assert.Equal(0, world.RestoresAsked());
    }

    [Fact]
    public async Task Create_NeverFinished_IsKeptAndNotRestoredAgain()
    {
        await using var world = await ProviderWorld.StartAsync(time: new JumpingClock());
        var (vserver, backup) = world.SeedRestorable();
        world.Simulator.World.Configure(new SettingsChange { RestoreTime = TimeSpan.FromDays(1) });
        var restore = world.Resource(TestBackupRestores.Type);
        AssertBegun("Time is up", await restore.ApplyAsync(TestBackupRestores.Config(vserver, backup)), restore);
        Assert.Equal(ChangeAction.NoOp, (await restore.PlanAsync(TestBackupRestores.Config(vserver, backup))).Action);
    }

    [Fact]
    public async Task Update_NeverFinished_IsNotRestoredOnceMore()
    {
        await using var world = await ProviderWorld.StartAsync(time: new JumpingClock());
        var (vserver, backup) = world.SeedRestorable();
        var restore = world.Resource(TestBackupRestores.Type);
        var config = TestBackupRestores.Config(vserver, backup).With("timeouts", Config.Of(("update", "5m")));
        await restore.ApplyAsync(config.With("triggers", Config.Of(("on", "monday"))));
        world.Simulator.World.Configure(new SettingsChange { RestoreTime = TimeSpan.FromHours(1) });
        var error = ProviderWorld.TheError(await restore.ApplyAsync(config.With("triggers", Config.Of(("on", "tuesday")))));
        Assert.Contains("longer than 5m", error.Detail, StringComparison.Ordinal);
        Assert.Contains("does not restore once more", error.Detail, StringComparison.Ordinal);
        Assert.Equal(ChangeAction.NoOp, (await restore.PlanAsync(config.With("triggers", Config.Of(("on", "tuesday"))))).Action);
    }

    [Fact]
    public async Task Create_Interrupted_IsKeptAndNotRestoredAgain()
    {
        await using var world = await ProviderWorld.StartAsync();
        var (vserver, backup) = world.SeedRestorable();
        world.Simulator.World.Configure(new SettingsChange { RestoreTime = TimeSpan.FromHours(1) });
        var restore = world.Resource(TestBackupRestores.Type);
        var applying = restore.ApplyAsync(TestBackupRestores.Config(vserver, backup));
        await world.UntilAsync(applying, () => world.RestoresAsked() > 0);

        await world.Core.StopAsync();
        AssertBegun("Interrupted", await applying, restore);
    }

    private static void AssertBegun(string summary, IEnumerable<Diagnostic> told, ResourceInstance restore)
    {
        // An error would have Terraform restore once more.
        var warning = Assert.Single(told, d => d.Summary == summary);
        Assert.DoesNotContain(told, d => d.Severity == Severity.Error);
        Assert.All(["The restore was begun", "does not restore once more"], part => Assert.Contains(part, warning.Detail, StringComparison.Ordinal));
        Assert.Equal((true, false), (restore.Exists, restore.Tainted));
    }
}
