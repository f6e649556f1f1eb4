using CoreHarness;
using Dashserv.Provider.Tests.BackupRestores;
using Dashserv.Provider.Tests.Backups;
using Dashserv.Provider.Tests.Support;
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
    public async Task Restore_TaskFails_IsWantedStill()
    {
        await using var world = await ProviderWorld.StartAsync();
        var (vserver, backup) = world.SeedRestorable();
        world.Simulator.World.FailTasks(new TaskFault { Task = TaskKind.BackupRestore });
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
}
