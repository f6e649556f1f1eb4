using CoreHarness;
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
