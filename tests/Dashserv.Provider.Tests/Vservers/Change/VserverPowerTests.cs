using CoreHarness;
using Dashserv.Simulator.Control;
using Dashserv.Simulator.Faults;
using Dashserv.Simulator.Vservers;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Vservers.Change;

/// <summary><c>power_state</c>, and how patiently and how roughly a server is switched off.</summary>
public sealed class VserverPowerTests
{
    private static readonly Config Off = TestVserver.Config.With("power_state", "offline").With("shutdown_timeout", "50ms");

    [Fact]
    public async Task Create_Offline_IsShutDownOnceDelivered()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync(TestVserver.Config.With("power_state", "offline"));
        Assert.Equal(("offline", "offline"), (server["power_state"], world.TheProduct().Power));
        Assert.Equal(["shutdown"], world.Writes());
    }

    [Fact]
    public async Task Create_Unset_IsNeitherReadNorSwitched()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        world.Change(server, new ProductChange { Power = PowerState.Offline });
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(TestVserver.Config)).Action);
        Assert.Null(server["power_state"]);
        Assert.Equal(0, world.Simulator.Journal.Count("*/status"));
        Assert.Empty(world.Writes());
    }

    [Fact]
    public async Task Defaults_AreTwoMinutesAndNoForce()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        Assert.Equal(("2m", false, false), (server["shutdown_timeout"], server["force_stop"], server["shutdown_before_destroy"]));
    }

    [Theory]
    [InlineData("online", PowerState.Offline, "start")]
    [InlineData("offline", PowerState.Online, "shutdown")]
    public async Task Refresh_SwitchedBehindItsBack_IsSwitchedBack(string wanted, PowerState actual, string operation)
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestVserver.Config.With("power_state", wanted);
        var server = await world.CreateVserverAsync(config);
        var before = world.Writes().Count;
        world.Change(server, new ProductChange { Power = actual });
        var plan = await server.PlanAsync(config);
        Assert.Equal((ChangeAction.Update, "power_state"), (plan.Action, Assert.Single(plan.Changes)));
        Assert.Empty(await server.ApplyAsync(plan));
        Assert.Equal(wanted, world.TheProduct().Power);
        Assert.Equal([operation], world.Writes().Skip(before));
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(config)).Action);
    }

    [Fact]
    public async Task Update_NoLongerManaged_LeavesTheServerAlone()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync(TestVserver.Config.With("power_state", "offline"));
        Assert.Empty(await server.ApplyAsync(TestVserver.Config));
        Assert.Null(server["power_state"]);
        Assert.Equal(["shutdown"], world.Writes());
        Assert.Equal("offline", world.TheProduct().Power);
    }

    [Fact]
    public async Task Update_LockedServer_IsSwitchedOnceTheLockHasCleared()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        world.Simulator.World.Lock((string)server["id"]!, "backup", TimeSpan.FromMilliseconds(60));
        Assert.Empty(await server.ApplyAsync(TestVserver.Config.With("power_state", "offline")));
        Assert.Equal("offline", world.TheProduct().Power);
    }

    [Fact]
    public async Task Update_GuestIgnoresShutdown_FailsWithTheWaysOut()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        world.Change(server, new ProductChange { ObeysAcpi = false });
        var error = ProviderWorld.TheError(await server.ApplyAsync(Off));
        Assert.Equal(("The server did not shut down", "power_state"), (error.Summary, error.Path.ToString()));
        Assert.Contains("still running after 0.05s", error.Detail, StringComparison.Ordinal);
        Assert.Contains("shutdown_timeout", error.Detail, StringComparison.Ordinal);
        Assert.Contains("force_stop = true", error.Detail, StringComparison.Ordinal);
        Assert.Equal(["shutdown"], world.Writes());
        Assert.False(server.Tainted);
        Assert.Equal(ChangeAction.Update, (await server.PlanAsync(Off)).Action);
    }

    [Fact]
    public async Task Update_GuestIgnoresShutdownAndForce_PullsThePlug()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        world.Change(server, new ProductChange { ObeysAcpi = false });
        Assert.Empty(await server.ApplyAsync(Off.With("force_stop", true)));
        Assert.Equal(["shutdown", "stop"], world.Writes());
        Assert.Equal("offline", world.TheProduct().Power);
    }

    [Fact]
    public async Task Update_GuestObeysAndForce_IsNotCutOff()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        Assert.Empty(await server.ApplyAsync(TestVserver.Config.With("power_state", "offline").With("force_stop", true)));
        Assert.Equal(["shutdown"], world.Writes());
    }

    [Fact]
    public async Task Create_GuestIgnoresShutdown_IsDeliveredAllTheSame()
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.Faults.Add(new FaultRule { Path = "*/actions/shutdown", Status = 200, Text = """{"success":true,"data":"oJ7aK"}""" });
        var server = world.Vserver();
        var warning = Assert.Single(await server.ApplyAsync(Off));
        Assert.Equal((Severity.Warning, "power_state"), (warning.Severity, warning.Path.ToString()));
        Assert.Contains("force_stop", warning.Detail, StringComparison.Ordinal);
        Assert.False(server.Tainted);
        Assert.Equal("power_state", Assert.Single((await server.PlanAsync(Off)).Changes));
    }
}
