using CoreHarness;
using Dashserv.Provider.Tests.Support;
using Dashserv.Simulator.Control;
using Dashserv.Simulator.Faults;
using Dashserv.Simulator.Vservers;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Vservers.Destroy;

/// <summary>What goes before a termination, and what stands in its way.</summary>
public sealed class VserverDestroyTests
{
    private static readonly Config ShutDownFirst = TestVserver.Config.With("shutdown_before_destroy", true).With("shutdown_timeout", "50ms");

    [Fact]
    public async Task Destroy_ByDefault_TerminatesAtOnce()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        Assert.Empty(await server.DestroyAsync());
        Assert.False(server.Exists);
        Assert.Equal(["DELETE"], world.Writes());
        Assert.Empty(world.Simulator.World.State().Products);
    }

    [Fact]
    public async Task Destroy_ShutdownFirst_ShutsDownFirst()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync(TestVserver.Config.With("shutdown_before_destroy", true));
        Assert.Empty(await server.DestroyAsync());
        Assert.Equal(["shutdown", "DELETE"], world.Writes());
        Assert.Empty(world.Simulator.World.State().Products);
    }

    [Fact]
    public async Task Destroy_ShutdownFirstOfOneThatIsOff_OnlyTerminates()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync(ShutDownFirst);
        world.Change(server, new ProductChange { Power = PowerState.Offline });
        Assert.Empty(await server.DestroyAsync());
        Assert.Equal(["DELETE"], world.Writes());
    }

    [Fact]
    public async Task Destroy_GuestIgnoresShutdown_IsTerminatedWithAWarning()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync(ShutDownFirst);
        world.Change(server, new ProductChange { ObeysAcpi = false });
        var warning = Assert.Single(await server.DestroyAsync());
        Assert.Equal((Severity.Warning, "shutdown_before_destroy"), (warning.Severity, warning.Path.ToString()));
        Assert.Contains("did not shut down", $"{warning.Summary} {warning.Detail}", StringComparison.Ordinal);
        Assert.Equal(["shutdown", "DELETE"], world.Writes());
        Assert.Empty(world.Simulator.World.State().Products);
    }

    [Fact]
    public async Task Destroy_GuestIgnoresShutdownAndForce_IsStoppedThenTerminated()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync(ShutDownFirst.With("force_stop", true));
        world.Change(server, new ProductChange { ObeysAcpi = false });
        Assert.Empty(await server.DestroyAsync());
        Assert.Equal(["shutdown", "stop", "DELETE"], world.Writes());
    }

    [Fact]
    public async Task Destroy_ShutdownIsRefused_IsTerminatedWithAWarning()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync(ShutDownFirst);
        world.Change(server, new ProductChange { Status = "LOCKED" });
        var warning = Assert.Single(await server.DestroyAsync());
        Assert.Equal((Severity.Warning, "shutdown_before_destroy"), (warning.Severity, warning.Path.ToString()));
        Assert.Contains("Der vServer ist nicht verfügbar.", warning.Detail, StringComparison.Ordinal);
        Assert.Empty(world.Simulator.World.State().Products);
    }

    [Fact]
    public async Task Destroy_GoneAlready_IsDone()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync(ShutDownFirst);
        var plan = await server.PlanDestroyAsync();
        world.Simulator.World.Delete((string)server["id"]!);
        Assert.Empty(await server.ApplyAsync(plan));
        Assert.False(server.Exists);
    }

    [Fact]
    public async Task Destroy_Refused_KeepsTheStateAndSaysThatItCosts()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        world.Simulator.Faults.Add(new FaultRule { Method = "DELETE", Status = 412, Word = "Der Vertrag ist noch nicht kündbar." });
        var error = ProviderWorld.TheError(await server.DestroyAsync());
        Assert.Equal("The vserver was not terminated", error.Summary);
        Assert.Contains("Der Vertrag ist noch nicht kündbar.", error.Detail, StringComparison.Ordinal);
        Assert.Contains("still costs money", error.Detail, StringComparison.Ordinal);
        Assert.True(server.Exists);
        Assert.Empty(await server.DestroyAsync());
    }

    [Fact]
    public async Task Destroy_RefusedForALock_WaitsUntilItClears()
    {
        await using var world = await ProviderWorld.StartAsync(time: new JumpingClock());
        var server = await world.CreateVserverAsync();
        world.Simulator.World.Lock((string)server["id"]!, "backup", TimeSpan.FromMinutes(1));
        world.Simulator.Faults.Add(new FaultRule { Method = "DELETE", Status = 412, Word = "Der vServer ist gesperrt." });
        Assert.Empty(await server.DestroyAsync());
        Assert.Equal(["DELETE", "DELETE"], world.Writes());
        Assert.Empty(world.Simulator.World.State().Products);
    }

    [Fact]
    public async Task Destroy_LockNeverClears_NamesItAndSaysThatItCosts()
    {
        await using var world = await ProviderWorld.StartAsync(time: new JumpingClock());
        var server = await world.CreateVserverAsync();
        world.Simulator.World.Lock((string)server["id"]!, "backup", TimeSpan.FromDays(1));
        world.Simulator.Faults.Add(new FaultRule { Method = "DELETE", Times = 0, Status = 412, Word = "Der vServer ist gesperrt." });
        var error = ProviderWorld.TheError(await server.DestroyAsync());
        Assert.Equal(("Time is up", "timeouts"), (error.Summary, error.Path.ToString()));
        Assert.All(
            ["It was not terminated, and goes on costing money", "is locked: \"backup\""],
            part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.True(server.Exists);
    }

    [Fact]
    public async Task Replace_TaintedAndProtected_FailsBeforeAnythingIsLost()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestVserver.Config.With("deletion_protection", true);
        var server = await world.CreateVserverAsync(config);
        server.State = server.State! with { Tainted = true };
        var error = ProviderWorld.TheError(await server.ApplyAsync(config));
        Assert.Equal("deletion_protection", error.Path.ToString());
        Assert.Contains("deletion_protection = false", error.Detail, StringComparison.Ordinal);
        Assert.Empty(world.Writes());
        Assert.Equal(1, world.OrdersPlaced);
    }

    [Fact]
    public async Task Destroy_Refused_QuotesTheSentenceWithOneFullStopAndSaysThatItCosts()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        world.Simulator.Faults.Add(new FaultRule { Method = "DELETE", Status = 412, Word = "Das Produkt kann nicht gekündigt werden." });
        var error = ProviderWorld.TheError(await server.DestroyAsync());
        Assert.Contains("Das Produkt kann nicht gekündigt werden.\n\nThe vserver", error.Detail, StringComparison.Ordinal);
        Assert.Contains("still exists and still costs money; it stays in the state", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Destroy_AnsweredOtherwiseThanDocumentedButDone_IsDone()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        world.Simulator.Faults.Add(new FaultRule { Method = "DELETE", Status = 200, Text = """{"success":true,"data":true}""", Applied = true });
        Assert.Empty(await server.DestroyAsync());
        Assert.Equal((false, 0), (server.Exists, world.Simulator.World.State().Products.Count));
    }

    [Fact]
    public async Task Destroy_TimeIsUp_SaysThatItMayGoOnCosting()
    {
        var clock = new JumpingClock();
        await using var world = await ProviderWorld.StartAsync(time: clock);
        var server = await world.CreateVserverAsync(TestVserver.Config.With("timeouts", Config.Of(("delete", "30s"))));
        world.Simulator.Faults.Add(new FaultRule { Method = "DELETE", Hold = true });
        var destroying = server.DestroyAsync();
        await world.UntilAsync(destroying, () => world.Simulator.Faults.Held > 0);
        clock.Advance(TimeSpan.FromSeconds(31));
        var error = ProviderWorld.TheError(await destroying);
        Assert.Equal("Time is up", error.Summary);
        Assert.All(
            ["not seen to be terminated", "may go on costing money", "in the state", "Apply again"],
            part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.True(server.Exists);
    }
}
