using CoreHarness;
using Dashserv.Provider.Tests.Support;
using Dashserv.Provider.Tests.Vservers;
using Dashserv.Simulator.Control;
using Dashserv.Simulator.Faults;
using Dashserv.Simulator.Vservers;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.DedicatedServers.Change;

/// <summary>On and off by IPMI, where all that is told is the state.</summary>
public sealed class DedicatedServerPowerTests
{
    private static readonly Config Off = TestDedicatedServer.Bare.With("power_state", "offline");
    private static readonly Config On = TestDedicatedServer.Bare.With("power_state", "online");

    [Fact]
    public async Task Create_Off_IsShutDownAfterDelivery()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateDedicatedAsync(Off);
        Assert.Equal(("offline", "offline"), (world.TheProduct().Power, server["power_state"]));
        Assert.Equal(["shutdown"], world.Writes());
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(Off)).Action);
    }

    [Fact]
    public async Task Apply_OnAgain_Starts()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateDedicatedAsync(Off);
        Assert.Empty(await server.ApplyAsync(On));
        Assert.Equal("online", world.TheProduct().Power);
        Assert.Equal(["shutdown", "start"], world.Writes());
    }

    [Fact]
    public async Task Refresh_SwitchedByHand_IsCorrected()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateDedicatedAsync(On);
        world.Change(server, new ProductChange { Power = PowerState.Offline });
        var plan = await server.PlanAsync(On);
        Assert.Equal((ChangeAction.Update, "offline"), (plan.Action, server["power_state"]));
        Assert.Equal(["power_state"], plan.Changes);
        Assert.Empty(await server.ApplyAsync(plan));
        Assert.Equal("online", world.TheProduct().Power);
    }

    [Fact]
    public async Task Refresh_Unmanaged_IsNotEvenRead()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateDedicatedAsync();
        world.Change(server, new ProductChange { Power = PowerState.Offline });
        world.Simulator.Journal.Clear();
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(TestDedicatedServer.Config)).Action);
        Assert.Equal(0, world.Simulator.Journal.Count("/v1/product/dedicated-server/?????/status"));
    }

    [Fact]
    public async Task Shutdown_GuestDoesNotListen_SaysTheWaysOutAndKeepsTheState()
    {
        await using var world = await ProviderWorld.StartAsync(time: new JumpingClock());
        world.LetInstallationsTake(TimeSpan.Zero);
        var server = await world.CreateDedicatedAsync(On);
        world.Change(server, new ProductChange { ObeysAcpi = false });
        var error = ProviderWorld.TheError(await server.ApplyAsync(Off.With("shutdown_timeout", "90s")));
        Assert.Equal(("The server did not shut down", "power_state"), (error.Summary, error.Path.ToString()));
        Assert.All(["1m30s", "ACPI", "shutdown_timeout", "force_stop = true"], part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.Equal(("online", "online"), (world.TheProduct().Power, server["power_state"]));
    }

    [Fact]
    public async Task Shutdown_GuestDoesNotListenAndForce_PullsThePlug()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateDedicatedAsync(On);
        world.Change(server, new ProductChange { ObeysAcpi = false });
        Assert.Empty(await server.ApplyAsync(Off.With("shutdown_timeout", "60ms").With("force_stop", true)));
        Assert.Equal(["shutdown", "stop"], world.Writes());
        Assert.Equal("offline", world.TheProduct().Power);
    }

    [Fact]
    public async Task Update_NeitherOnNorOff_IsWaitedForInVainAndSaysSo()
    {
        await using var world = await ProviderWorld.StartAsync(time: new JumpingClock());
        var server = await world.CreateDedicatedAsync(On);
        var plan = await server.PlanAsync(Off);
        world.Simulator.Faults.Add(new FaultRule { Path = "/v1/product/dedicated-server/*/status", Times = 0, Status = 200, Text = """{"success":true,"data":{"status":"rescue"}}""" });
        var error = ProviderWorld.TheError(await server.ApplyAsync(plan));
        Assert.Equal(("Time is up", "timeouts"), (error.Summary, error.Path.ToString()));
        Assert.All(
            ["It was to be offline; its power was not switched", "is \"rescue\", and has to be online or offline first", "customer panel"],
            part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.Empty(world.Writes());
        Assert.Equal("online", server["power_state"]);
    }

    [Theory]
    [InlineData(412, "IPMI nicht erreichbar.")]
    [InlineData(412, "not_found")]
    public async Task Destroy_ShutdownRefused_TerminatesWithAWarning(int status, string word)
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateDedicatedAsync(TestDedicatedServer.Bare.With("shutdown_before_destroy", true));
        world.Simulator.Faults.Add(new FaultRule { Path = "*/actions/shutdown", Times = 0, Status = status, Word = word });
        var warning = Assert.Single(await server.DestroyAsync());
        Assert.Equal(
            (Severity.Warning, "The server was terminated while running", "shutdown_before_destroy"),
            (warning.Severity, warning.Summary, warning.Path.ToString()));
        Assert.All(["/actions/shutdown: HTTP 412", word], part => Assert.Contains(part, warning.Detail, StringComparison.Ordinal));
        Assert.Empty(world.Simulator.World.State().Products);
    }

    [Fact]
    public async Task Create_SwitchFails_IsAWarningAndNextPlanTriesAgain()
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.Faults.Add(new FaultRule { Path = "*/actions/*", Status = 412, Word = "IPMI nicht erreichbar." });
        var server = world.Dedicated();
        var warning = Assert.Single(await server.ApplyAsync(Off));
        Assert.Equal((Severity.Warning, "power_state"), (warning.Severity, warning.Path.ToString()));
        Assert.Contains("IPMI nicht erreichbar.", warning.Detail, StringComparison.Ordinal);
        Assert.False(server.Tainted);
        Assert.Empty(await server.ApplyAsync(Off));
        Assert.Equal("offline", world.TheProduct().Power);
    }

    [Fact]
    public async Task Action_AnswerLost_IsJudgedByTheStateThatFollows()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateDedicatedAsync(On);
        world.Simulator.Faults.Add(new FaultRule { Path = "*/actions/*", Cut = CutMoment.After });
        Assert.Empty(await server.ApplyAsync(Off));
        Assert.Equal("offline", world.TheProduct().Power);
    }

    [Fact]
    public async Task Reinstall_ManagedOff_IsOffAgainAfterwards()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestDedicatedServer.InPlace.With("power_state", "offline");
        var server = await world.CreateDedicatedAsync(config);
        await server.ApplyAsync(config.With("template", "278"));
        Assert.Equal(["create", "shutdown", "create", "shutdown"], world.Writes());
        Assert.Equal("offline", world.TheProduct().Power);
    }

    [Fact]
    public async Task Destroy_ShutdownFirst_IsShutDownThenTerminated()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateDedicatedAsync(TestDedicatedServer.Bare.With("shutdown_before_destroy", true));
        Assert.Empty(await server.DestroyAsync());
        Assert.Equal(["shutdown", "DELETE"], world.Writes());
    }

    [Fact]
    public async Task Destroy_ShutdownInVain_TerminatesWithAWarning()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateDedicatedAsync(TestDedicatedServer.Bare.With("shutdown_before_destroy", true).With("shutdown_timeout", "50ms"));
        world.Change(server, new ProductChange { ObeysAcpi = false });
        var warning = Assert.Single(await server.DestroyAsync());
        Assert.Equal(
            (Severity.Warning, "The server was terminated while running", "shutdown_before_destroy"),
            (warning.Severity, warning.Summary, warning.Path.ToString()));
        Assert.All(
            ["The server did not shut down", "still running after", "ACPI", "force_stop = true"],
            part => Assert.Contains(part, warning.Detail, StringComparison.Ordinal));
        Assert.Empty(world.Simulator.World.State().Products);
    }
}
