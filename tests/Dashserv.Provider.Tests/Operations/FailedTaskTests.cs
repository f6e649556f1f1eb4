using CoreHarness;
using Dashserv.Provider.Tests.BackupRestores;
using Dashserv.Provider.Tests.Backups;
using Dashserv.Provider.Tests.Support;
using Dashserv.Provider.Tests.VserverPasswords;
using Dashserv.Provider.Tests.Vservers;
using Dashserv.Simulator.Control;
using Dashserv.Simulator.Faults;
using Dashserv.Simulator.Tasks;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Operations;

/// <summary>The API takes an action, and its task ends in failure: that is an error at once, and what was wanted still is.</summary>
public sealed class FailedTaskTests
{
    private static readonly Config Triggered = TestVserver.Config.With("reinstall_triggers", Config.Of(("release", "1")));

    [Theory]
    [InlineData("ERROR", true)]
    [InlineData("FAILED", false)]
    [InlineData("interrupted by signal", true)]
    [InlineData("XYZZY", false)]
    public async Task Reinstall_TaskFails_SaysThatTheDiskIsNotCertainAndPullsTheTriggerAgain(string status, bool newImage)
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync(Triggered);
        world.Simulator.World.FailTasks(new TaskFault { Task = TaskKind.Reinstall, Status = status, Effect = TaskEffect.Half, NewImage = newImage });
        var changed = Triggered.With("reinstall_triggers", Config.Of(("release", "2")));
        var error = ProviderWorld.TheError(await server.ApplyAsync(changed));
        Assert.Equal(("The reinstallation failed", "image"), (error.Summary, error.Path.ToString()));
        Assert.All([status, "not certain", "the next apply reinstalls it"], part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.Equal(ChangeAction.Update, (await server.PlanAsync(changed)).Action);
        Assert.DoesNotContain(await server.ApplyAsync(changed), d => d.Severity == Severity.Error);
        Assert.Equal(2, world.Writes().Count(d => d == "reinstall"));
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(changed)).Action);
    }

    [Theory]
    [InlineData("online", TaskKind.Start)]
    [InlineData("offline", TaskKind.Shutdown)]
    public async Task Power_TaskFails_IsAnErrorAtOnceOnThePowerState(string wanted, object task)
    {
        var clock = new JumpingClock();
        await using var world = await ProviderWorld.StartAsync(time: clock);
        var server = await world.CreateVserverAsync(TestVserver.Config.With("power_state", wanted == "online" ? "offline" : "online"));
        world.Simulator.World.FailTasks(new TaskFault { Task = (TaskKind)task });
        var error = ProviderWorld.TheError(await server.ApplyAsync(TestVserver.Config.With("power_state", wanted)));
        Assert.Equal(($"The server is not {wanted}", "power_state"), (error.Summary, error.Path.ToString()));
        Assert.Contains("with the status \"ERROR\"", error.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(await server.ApplyAsync(TestVserver.Config.With("power_state", wanted)), d => d.Severity == Severity.Error);
    }

    [Fact]
    public async Task Resize_TaskFails_IsAnErrorAtOnceAndIsTriedAgain()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        world.Simulator.World.FailTasks(new TaskFault { Task = TaskKind.Upgrade });
        var larger = TestVserver.Config.With("cores", 4);
        Assert.Equal("The resize failed", ProviderWorld.TheError(await server.ApplyAsync(larger)).Summary);
        Assert.Equal(2L, server["cores"]);
        // The failed one is still listed while the next is under way.
        world.Simulator.World.Configure(new SettingsChange { UpgradeTime = TimeSpan.FromMilliseconds(200) });
        Assert.DoesNotContain(await server.ApplyAsync(larger), d => d.Severity == Severity.Error);
        Assert.Equal(4L, server["cores"]);
    }

    [Fact]
    public async Task Resize_TaskFailsWithTheSizesThere_IsAnError()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        world.Simulator.World.FailTasks(new TaskFault { Task = TaskKind.Upgrade, Effect = TaskEffect.Whole, Status = "ABORTED" });
        var larger = TestVserver.Config.With("cores", 4);
        Assert.Equal("The resize failed", ProviderWorld.TheError(await server.ApplyAsync(larger)).Summary);
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(larger)).Action);
        Assert.Equal(4L, server["cores"]);
    }

    [Fact]
    public async Task Resize_TasksNotTold_IsJudgedByTheSizes()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        world.Simulator.Faults.Add(new FaultRule { Method = "GET", Path = "*/tasks", Status = 404, Word = "Invalid API route" });
        world.Simulator.World.FailTasks(new TaskFault { Task = TaskKind.Upgrade, Effect = TaskEffect.Whole });
        Assert.DoesNotContain(await server.ApplyAsync(TestVserver.Config.With("cores", 4)), d => d.Severity == Severity.Error);
        Assert.Equal(4L, server["cores"]);
    }

    [Fact]
    public async Task Shutdown_TaskFails_LetsForceStopPullThePlug()
    {
        await using var world = await ProviderWorld.StartAsync();
        var forced = TestVserver.Config.With("force_stop", true).With("power_state", "online");
        var server = await world.CreateVserverAsync(forced);
        world.Simulator.World.FailTasks(new TaskFault { Task = TaskKind.Shutdown });
        Assert.DoesNotContain(await server.ApplyAsync(forced.With("power_state", "offline")), d => d.Severity == Severity.Error);
        Assert.Equal(["shutdown", "stop"], world.Writes().Skip(world.Writes().Count - 2));
    }

    [Fact]
    public async Task Password_TaskFails_KeepsTheOneThatHolds()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = world.SeedServer().With("keepers", Config.Of(("a", "1")));
        var password = await world.CreateAsync(TestVserverPassword.Type, config);
        var (held, next) = (password["password"], config.With("keepers", Config.Of(("a", "2"))));
        world.Simulator.World.FailTasks(new TaskFault { Task = TaskKind.PasswordReset, Status = "TIMEOUT" });
        var error = ProviderWorld.TheError(await password.ApplyAsync(next));
        Assert.Equal("The password was not reset", error.Summary);
        Assert.Contains("The old password still holds", error.Detail, StringComparison.Ordinal);
        Assert.Equal(held, password["password"]);
        Assert.Empty(await password.ApplyAsync(next));
        Assert.Equal(world.RealPassword(), password["password"]);
    }

    [Fact]
    public async Task Password_TaskGoesOn_IsWaitedForAWhileAndKept()
    {
        await using var world = await ProviderWorld.StartAsync(time: new JumpingClock());
        var config = world.SeedServer();
        var tasks = new FaultRule { Method = "GET", Path = "*/tasks", Status = 200, Text = """{"success":true,"data":[]}""" };
        const string running = """{"success":true,"data":[{"unix":{"start":1,"end":null},"task":"password_reset","status":"RUNNING"}]}""";
        world.Simulator.Faults.Add(tasks, tasks with { Times = 0, Text = running });
        var password = await world.CreateAsync(TestVserverPassword.Type, config);
        Assert.Equal(world.RealPassword(), password["password"]);
        Assert.True(world.Simulator.Journal.Count("*/tasks", "GET") > 2);
    }

    [Theory]
    [InlineData("ERROR")]
    [InlineData("ABORTED")]
    public async Task Restore_TaskFails_IsWantedStill(string status)
    {
        await using var world = await ProviderWorld.StartAsync();
        var (vserver, backup) = world.SeedRestorable();
        world.Simulator.World.FailTasks(new TaskFault { Task = TaskKind.BackupRestore, Status = status });
        var restore = world.Resource(TestBackupRestores.Type);
        var error = ProviderWorld.TheError(await restore.ApplyAsync(TestBackupRestores.Config(vserver, backup)));
        Assert.Equal(("The restore failed", false), (error.Summary, restore.Exists));
        Assert.DoesNotContain(await restore.ApplyAsync(TestBackupRestores.Config(vserver, backup)), d => d.Severity == Severity.Error);
        Assert.True(world.IsRestored(vserver));
    }

    [Fact]
    public async Task Backup_TaskFails_IsAnErrorAndNotForgotten()
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.World.FailTasks(new TaskFault { Task = TaskKind.BackupCreate, Effect = TaskEffect.Half });
        var backup = world.Resource(TestBackups.Type);
        Assert.Equal("The backup failed", ProviderWorld.TheError(await backup.ApplyAsync(TestBackups.Config(world.SeedVserver()))).Summary);
        Assert.Equal((true, true), (backup.Exists, backup.Tainted));
    }

    [Theory]
    [InlineData(3, "has no new backup")]
    [InlineData(4, "marked as tainted")]
    public async Task Backup_TaskFailsAndNothingIsLeft_IsToldAsAFailureAndNoEviction(int looks, string left)
    {
        await using var world = await ProviderWorld.StartAsync(time: new JumpingClock());
        var vserver = world.SeedVserver();
        world.Simulator.World.Configure(new SettingsChange { BackupTime = TimeSpan.Zero });
        world.Simulator.World.FailTasks(new TaskFault { Task = TaskKind.BackupCreate, Effect = TaskEffect.Half });
        var nothing = new FaultRule { Method = "GET", Path = "*/backup", Status = 200, Text = """{"success":true,"data":[]}""" };
        world.Simulator.Faults.Add(nothing with { Skip = looks, Times = 0 });
        var error = ProviderWorld.TheError(await world.Resource(TestBackups.Type).ApplyAsync(TestBackups.Config(vserver)));
        Assert.Equal("The backup failed", error.Summary);
        Assert.Contains(left, error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backup_FailedUnseen_IsToldByTheNextPlan()
    {
        await using var world = await ProviderWorld.StartAsync();
        var backup = await world.CreateBackupAsync(world.SeedVserver());
        await world.TamperAsync($"product/vserver/{backup["vserver_id"]}/backup", list => list[0]!["status"] = "ABORTED");
        var warning = Assert.Single(await backup.RefreshAsync());
        Assert.Equal((Severity.Warning, "A backup has failed", "status"), (warning.Severity, warning.Summary, warning.Path.ToString()));
    }
}
