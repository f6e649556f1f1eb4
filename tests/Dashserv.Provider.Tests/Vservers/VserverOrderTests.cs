using CoreHarness;
using Dashserv.Simulator;
using Dashserv.Simulator.Faults;
using Dashserv.Simulator.Orders;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Vservers;

/// <summary>Whatever happens to an order: it is placed once, and never forgotten.</summary>
public sealed class VserverOrderTests
{
    private static readonly Dictionary<string, string?> OrdersOnly = new() { ["calculate"] = null };

    [Fact]
    public async Task Create_AnswerLostAfterTheEffect_AdoptsTheServer()
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.Faults.Add(new FaultRule { Method = "POST", Path = "/v1/manage/product/*", Body = OrdersOnly, Cut = CutMoment.After });
        var server = world.Vserver();
        Assert.DoesNotContain(await server.ApplyAsync(TestVserver.Config), d => d.Severity == Severity.Error);
        Assert.Equal(1, world.OrdersPlaced);
        Assert.Equal(Assert.Single(world.Simulator.World.State().Products).Uuid, server["id"]);
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(TestVserver.Config)).Action);
    }

    [Theory]
    [InlineData("error")]
    [InlineData("cancelled")]
    public async Task Create_OrderFails_LeavesNothingAndSaysWhy(string status)
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.World.ScriptOrders(new OrderScript { Status = status, StatusData = "no host" });
        var server = world.Vserver();
        var error = ProviderWorld.TheError(await server.ApplyAsync(TestVserver.Config));
        Assert.Contains(status, error.Detail, StringComparison.Ordinal);
        Assert.False(server.Exists);
    }

    [Fact]
    public async Task Create_NotDeliveredInTime_IsResumedAndNotOrderedAgain()
    {
        await using var world = await ProviderWorld.StartAsync(new SimulatorOptions { DeploymentTime = TimeSpan.FromSeconds(2) });
        var config = TestVserver.Config.With("timeouts", Config.Of(("create", "100ms")));
        var server = world.Vserver();
        var warning = Assert.Single(await server.ApplyAsync(config));
        Assert.Equal(Severity.Warning, warning.Severity);
        Assert.False(server.Tainted);
        Assert.NotNull(server["order_id"]);
        Assert.Null(server["id"]);
        Assert.Empty(await server.ApplyAsync(TestVserver.Config));
        Assert.NotNull(server["ipv4_address"]);
        Assert.Equal(1, world.OrdersPlaced);
    }

    [Fact]
    public async Task Create_NotDeliveredInTimeAndToFail_IsTaintedWithItsOrder()
    {
        await using var world = await ProviderWorld.StartAsync(new SimulatorOptions { DeploymentTime = TimeSpan.FromSeconds(2) });
        var server = world.Vserver();
        ProviderWorld.TheError(await server.ApplyAsync(TestVserver.Config.With("on_create_timeout", "fail").With("timeouts", Config.Of(("create", "100ms")))));
        Assert.True(server.Tainted);
        Assert.NotNull(server["order_id"]);
    }

    [Fact]
    public async Task Destroy_Abandoned_LeavesItRunningAndNamesTheCost()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync(TestVserver.Config.With("on_destroy", "abandon"));
        var warning = Assert.Single(await server.DestroyAsync());
        Assert.Contains("EUR per hour", warning.Detail, StringComparison.Ordinal);
        Assert.Single(world.Simulator.World.State().Products);
    }

    [Fact]
    public async Task Destroy_OrdinaryCustomer_KeepsTheStateAndExplains()
    {
        await using var world = await ProviderWorld.StartAsync(token: "simulator-customer");
        var server = await world.CreateVserverAsync();
        Assert.Contains("reseller", ProviderWorld.TheError(await server.DestroyAsync()).Detail, StringComparison.Ordinal);
        Assert.True(server.Exists);
    }
}
