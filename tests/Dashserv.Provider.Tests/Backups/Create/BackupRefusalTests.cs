using CoreHarness;
using Dashserv.Provider.Tests.Support;
using Dashserv.Simulator;
using Dashserv.Simulator.Control;
using Dashserv.Simulator.Faults;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Backups.Create;

/// <summary>What the user reads when no backup could be made, or deleted.</summary>
public sealed class BackupRefusalTests
{
    public static TheoryData<int, string, string, string> OfTheName => new()
    {
        { 422, NotGone.Failure("empty_field:name"), "name", "empty_field:name" },
        { 422, """{"success":false,"data":{"field":"name","value":"nightly","msg":"number_out_of_range"}}""", "name", "number_out_of_range" },
        { 200, """{"success":false,"data":{"field":"name","value":"nightly","msg":"too_long"}}""", "name", "'nightly'" },
    };

    [Theory]
    [MemberData(nameof(Refusals.Answers), MemberType = typeof(Refusals))]
    [MemberData(nameof(OfTheName))]
    public async Task Create_Refused_SaysWhyAndThatNothingWasMade(int status, string text, string attribute, string told)
    {
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver();
        world.Simulator.Faults.Add(new FaultRule { Method = "POST", Path = "/v1/product/vserver/*/backup", Times = 0, Status = status, Text = text });
        var backup = world.Resource(TestBackups.Type);
        var error = ProviderWorld.TheError(await backup.ApplyAsync(TestBackups.Config(vserver)));
        Assert.Equal((Refusals.Summary(told, "The backup \"nightly\" was not made"), attribute), (error.Summary, error.Path.ToString()));
        Assert.Contains(told, error.Detail, StringComparison.Ordinal);
        Assert.Contains($"POST /v1/product/vserver/{vserver}/backup", error.Detail, StringComparison.Ordinal);
        Assert.Contains("has no new backup, and lost none", error.Detail, StringComparison.Ordinal);
        Assert.False(backup.Exists);
        Assert.Equal(1, world.BackupsAsked());
        Assert.Empty(world.BackupsOf(vserver));
    }

    [Fact]
    public async Task Create_ReadOnlyToken_SaysSo()
    {
        await using var world = await ProviderWorld.StartAsync(token: "simulator-readonly");
        var error = ProviderWorld.TheError(await world.Resource(TestBackups.Type).ApplyAsync(TestBackups.Config(world.SeedVserver())));
        Assert.Contains("write permission", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_LockThatNeverClears_GivesUpAndNamesIt()
    {
        await using var world = await ProviderWorld.StartAsync(time: new JumpingClock());
        var vserver = world.SeedVserver();
        world.Simulator.World.Lock(vserver, "restore", TimeSpan.FromHours(1));
        var backup = world.Resource(TestBackups.Type);
        var error = ProviderWorld.TheError(await backup.ApplyAsync(TestBackups.Config(vserver).With("timeouts", Config.Of(("create", "5m")))));
        Assert.Equal(("Time is up", "timeouts"), (error.Summary, error.Path.ToString()));
        Assert.Contains("longer than 5m", error.Detail, StringComparison.Ordinal);
        Assert.Contains("No backup was made", error.Detail, StringComparison.Ordinal);
        Assert.Contains($"{vserver} is locked: \"restore\"", error.Detail, StringComparison.Ordinal);
        Assert.Contains("customer panel", error.Detail, StringComparison.Ordinal);
        Assert.False(backup.Exists);
        Assert.Equal(0, world.BackupsAsked());
    }

    [Fact]
    public async Task Create_AnotherOfThisRunIsNotThrough_WaitsForItsTurnBeforeItsTimeCounts()
    {
        await using var world = await ProviderWorld.StartAsync(time: new JumpingClock());
        var vserver = world.SeedVserver();
        world.Simulator.World.Lock(vserver, "restore", TimeSpan.FromDays(1));
        var config = TestBackups.Config(vserver);
        var first = world.Core.Resource(TestBackups.Type, "first").ApplyAsync(config);
        await world.UntilAsync(first, () => world.Simulator.Journal.Count("*/status", "GET") > 0);
        var error = ProviderWorld.TheError(
            await world.Core.Resource(TestBackups.Type, "second").ApplyAsync(config.With("name", "weekly").With("timeouts", Config.Of(("create", "5m")))));
        Assert.Equal(("Time is up", "timeouts"), (error.Summary, error.Path.ToString()));
        Assert.All(["longer than 5m", "No backup was made", "locked: \"restore\""], part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.Contains("longer than 2h", ProviderWorld.TheError(await first).Detail, StringComparison.Ordinal);
        Assert.Equal(0, world.BackupsAsked());
    }

    [Fact]
    public async Task Create_InterruptedBeforeItsTurn_SaysThatItNeverBegan()
    {
        await using var world = await ProviderWorld.StartAsync();
        var vserver = world.SeedVserver();
        world.Simulator.World.Lock(vserver, "restore", TimeSpan.FromDays(1));
        var config = TestBackups.Config(vserver);
        var first = world.Core.Resource(TestBackups.Type, "first").ApplyAsync(config);
        await world.UntilAsync(first, () => world.Simulator.Journal.Count("*/status", "GET") > 0);
        var other = world.Core.Resource(TestBackups.Type, "second");
        var plan = await other.PlanAsync(config.With("name", "weekly"));
        var second = other.ApplyAsync(plan);

        // It asks nothing until its turn: it has come there by the time of some round trips.
        for (var i = 0; i < 20; i++)
        {
            await world.LookAroundAsync();
        }

        await world.Core.StopAsync();
        var error = ProviderWorld.TheError(await second);
        Assert.Equal("Interrupted", error.Summary);
        Assert.All(
            ["No backup was made", "has not said yet", "something else that this run does to the server was not finished", "Apply again"],
            part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        await first;
        Assert.Equal(0, world.BackupsAsked());
    }

    [Fact]
    public async Task Create_RefusedForALockNobodySees_GivesTheApisWord()
    {
        await using var world = await ProviderWorld.StartAsync(time: new JumpingClock());
        var vserver = world.SeedVserver();
        world.Simulator.World.Lock(vserver, "backup", TimeSpan.FromHours(1));
        world.Simulator.Faults.Add(
            new FaultRule { Method = "GET", Path = "*/status", Times = 0, Status = 200, Text = """{"success":true,"data":{"status":"online","locked":false}}""" });
        var error = ProviderWorld.TheError(await world.Resource(TestBackups.Type).ApplyAsync(TestBackups.Config(vserver)));
        Assert.Contains("Der vServer ist aktuell gesperrt (backup).", error.Detail, StringComparison.Ordinal);
        Assert.Empty(world.BackupsOf(vserver));
    }

    [Fact]
    public async Task Create_NeverFinished_IsKeptWithAWarning()
    {
        await using var world = await ProviderWorld.StartAsync(time: new JumpingClock());
        world.Simulator.World.Configure(new SettingsChange { BackupTime = TimeSpan.FromHours(1) });
        var vserver = world.SeedVserver(limit: 1);
        var backup = world.Resource(TestBackups.Type);
        var config = TestBackups.Config(vserver).With("timeouts", Config.Of(("create", "5m")));
        var warning = Assert.Single(await backup.ApplyAsync(config));
        Assert.Equal((Severity.Warning, "Time is up"), (warning.Severity, warning.Summary));
        Assert.Contains($"({backup["id"]}) was begun", warning.Detail, StringComparison.Ordinal);
        Assert.Contains("\"creating\"", warning.Detail, StringComparison.Ordinal);
        Assert.False(backup.Tainted);
        Assert.Equal(ChangeAction.NoOp, (await backup.PlanAsync(config)).Action);
        Assert.Equal(1, world.BackupsAsked());
    }

    [Fact]
    public async Task Create_Interrupted_KeepsWhatWasBegun()
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.World.Configure(new SettingsChange { BackupTime = TimeSpan.FromHours(1) });
        var vserver = world.SeedVserver();
        var backup = world.Resource(TestBackups.Type);
        var applying = backup.ApplyAsync(TestBackups.Config(vserver));
        await world.UntilAsync(applying, () => world.Simulator.Journal.Count("/v1/product/vserver/*/backup", "GET") >= 5);

        await world.Core.StopAsync();
        var warning = Assert.Single(await applying);
        Assert.Equal((Severity.Warning, "Interrupted"), (warning.Severity, warning.Summary));
        Assert.Contains("goes on without Terraform", warning.Detail, StringComparison.Ordinal);
        Assert.Equal((Assert.Single(world.BackupIdsOf(vserver)), false), (backup["id"], backup.Tainted));
    }

    [Theory]
    [InlineData("ERROR")]
    [InlineData("failed")]
    [InlineData("CANCELLED")]
    public async Task Create_BackupFails_IsKeptAndReplacedByTheNextApply(string status)
    {
        await using var world = await ProviderWorld.StartAsync(new SimulatorOptions { BackupFinishedStatus = status });
        var vserver = world.SeedVserver(limit: 1);
        var backup = world.Resource(TestBackups.Type);
        var error = ProviderWorld.TheError(await backup.ApplyAsync(TestBackups.Config(vserver)));
        Assert.Equal("The backup failed", error.Summary);
        Assert.Contains($"\"{status}\"", error.Detail, StringComparison.Ordinal);
        Assert.Contains("deletes it and makes another", error.Detail, StringComparison.Ordinal);
        Assert.True(backup.Tainted);
        Assert.Equal(ChangeAction.Replace, (await backup.PlanAsync(TestBackups.Config(vserver))).Action);
    }

    [Theory]
    [InlineData("OK")]
    [InlineData("finished")]
    [InlineData("SOMETHING_NEW")]
    public async Task Create_OtherWordForFinished_IsFinished(string status)
    {
        await using var world = await ProviderWorld.StartAsync(new SimulatorOptions { BackupFinishedStatus = status });
        var backup = await world.CreateBackupAsync(world.SeedVserver());
        Assert.Equal(status.ToLowerInvariant(), backup["status"]);
    }

    [Fact]
    public async Task Create_VanishesMeanwhile_SaysSo()
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.World.Configure(new SettingsChange { BackupTime = TimeSpan.FromHours(1) });
        var vserver = world.SeedVserver();
        var backup = world.Resource(TestBackups.Type);
        var applying = backup.ApplyAsync(TestBackups.Config(vserver));
        await world.UntilAsync(applying, () => world.Simulator.Journal.Count("/v1/product/vserver/*/backup", "GET") >= 5);

        world.Simulator.Faults.Add(new FaultRule { Method = "GET", Path = "*/backup", Times = 0, Status = 200, Text = """{"success":true,"data":[]}""" });
        var error = ProviderWorld.TheError(await applying);
        Assert.Equal("The backup vanished", error.Summary);
        Assert.Contains("backup_limit", error.Detail, StringComparison.Ordinal);
        Assert.Equal(ChangeAction.Create, (await backup.PlanAsync(TestBackups.Config(vserver))).Action);
    }
}
