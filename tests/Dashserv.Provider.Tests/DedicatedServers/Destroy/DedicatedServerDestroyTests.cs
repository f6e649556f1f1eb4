using CoreHarness;
using Dashserv.Provider.Tests.Support;
using Dashserv.Provider.Tests.Vservers;
using Dashserv.Simulator.Faults;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.DedicatedServers.Destroy;

/// <summary>How a server ends, and what is told while it does not.</summary>
public sealed class DedicatedServerDestroyTests
{
    [Fact]
    public async Task Destroy_Abandoned_LeavesItRunningAndNamesTheCost()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateDedicatedAsync(TestDedicatedServer.Bare.With("on_destroy", "abandon"));
        var warning = Assert.Single(await server.DestroyAsync());
        Assert.Equal((Severity.Warning, "on_destroy"), (warning.Severity, warning.Path.ToString()));
        Assert.All(
            ["0.05454 EUR per hour", "39.27 EUR per month", world.TheProduct().Uuid], part => Assert.Contains(part, warning.Detail, StringComparison.Ordinal));
        Assert.False(server.Exists);
    }

    [Fact]
    public async Task Destroy_OrdinaryCustomer_SaysThatItStillRunsAndCosts()
    {
        await using var world = await ProviderWorld.StartAsync(token: "simulator-customer");
        var server = await world.CreateDedicatedAsync(TestDedicatedServer.Bare);
        var error = ProviderWorld.TheError(await server.DestroyAsync());
        Assert.Equal("The dedicated server was not terminated", error.Summary);
        Assert.All(
            ["forbidden", "still costs money", "reseller", "on_destroy = \"abandon\""], part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.True(server.Exists);
        Assert.Equal(world.TheProduct().Uuid, server["id"]);
    }

    [Theory]
    [InlineData(412, """{"success":false,"data":"Der Server wird gerade gewartet."}""", "Der Server wird gerade gewartet.", "still costs money")]
    [InlineData(404, """{"success":false,"data":"Invalid API route"}""", "endpoint", "still costs money")]
    [InlineData(503, """{"success":false,"data":"ratelimit_exceeded"}""", "too many requests", "still costs money")]
    [InlineData(500, """{"success":false,"data":"internal_error"}""", "the server failed", "may still exist and cost money")]
    [InlineData(200, """{"success":true,"data":"something_else"}""", "something_else", "may still exist and cost money")]
    public async Task Destroy_Fails_KeepsTheServerInState(int status, string text, string told, string money)
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateDedicatedAsync(TestDedicatedServer.Bare);
        world.Simulator.Faults.Add(new FaultRule { Method = "DELETE", Status = status, Text = text });
        var error = ProviderWorld.TheError(await server.DestroyAsync());
        Assert.All([told, money, "it stays in the state"], part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.True(server.Exists);
        Assert.Empty(await server.DestroyAsync());
        Assert.Empty(world.Simulator.World.State().Products);
    }

    [Fact]
    public async Task Destroy_SomebodyWasFaster_IsDone()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateDedicatedAsync(TestDedicatedServer.Bare);
        var plan = await server.PlanDestroyAsync();
        world.Simulator.World.Delete(world.TheProduct().Uuid);
        Assert.Empty(await server.ApplyAsync(plan));
        Assert.False(server.Exists);
    }

    [Fact]
    public async Task Destroy_GoneByOneAnswerOnly_IsNotBelieved()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateDedicatedAsync(TestDedicatedServer.Bare);
        world.Simulator.Faults.Add(new FaultRule { Method = "DELETE", Status = 412, Word = "ressource_not_found" });
        Assert.Contains("still costs money", ProviderWorld.TheError(await server.DestroyAsync()).Detail, StringComparison.Ordinal);
        Assert.True(server.Exists);
        Assert.Empty(await server.DestroyAsync());
    }

    [Fact]
    public async Task Protection_DestroyAndReplace_FailInThePlan()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestDedicatedServer.Bare.With("deletion_protection", true);
        var server = await world.CreateDedicatedAsync(config);
        foreach (var plan in new[] { await server.PlanDestroyAsync(), await server.PlanAsync(config.With("model", "Fzasc")) })
        {
            var error = ProviderWorld.TheError(plan.Diagnostics);
            Assert.Equal("deletion_protection", error.Path.ToString());
            Assert.Contains("set deletion_protection = false, apply, and plan again", error.Detail, StringComparison.Ordinal);
        }

        Assert.Empty(await server.ApplyAsync(TestDedicatedServer.Bare));
        Assert.Empty(await server.DestroyAsync());
    }

    [Fact]
    public async Task Destroy_PendingOrder_WaitsAndTerminatesWhatComes()
    {
        var clock = new JumpingClock();
        await using var world = await ProviderWorld.StartAsync(TestDedicatedServer.Slow, time: clock);
        var server = world.Dedicated();
        Assert.Equal("Not ready yet", Assert.Single(await server.ApplyAsync(TestDedicatedServer.Bare.With("timeouts", Config.Of(("create", "1m"))))).Summary);
        Assert.Empty(await world.DestroyPendingAsync(server, clock));
        Assert.False(server.Exists);
        Assert.Equal(["DELETE"], world.Writes());
        Assert.Empty(world.Simulator.World.State().Products);
    }

    [Fact]
    public async Task Destroy_OrderThatIsNotDelivered_SaysThatItCannotBeCancelled()
    {
        await using var world = await ProviderWorld.StartAsync(TestDedicatedServer.Slow, time: new JumpingClock());
        var server = world.Dedicated();
        await server.ApplyAsync(TestDedicatedServer.Bare.With("timeouts", Config.Of(("create", "1m"), ("delete", "1m"))));
        var error = ProviderWorld.TheError(await server.DestroyAsync());
        Assert.Equal(("Time is up", "timeouts"), (error.Summary, error.Path.ToString()));
        Assert.All(
            [(string)server["order_id"]!, "no way to cancel an order", "stays in the state", "support"],
            part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.True(server.Exists);
    }
}
