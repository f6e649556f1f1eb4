using CoreHarness;
using Dashserv.Provider.Tests.Support;
using Dashserv.Simulator;
using Dashserv.Simulator.Faults;
using Dashserv.Simulator.Orders;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Vservers.Create;

/// <summary>An order that is not delivered yet, and a user who does not wait for it idly.</summary>
public sealed class VserverPendingTests
{
    private static readonly Config Hasty = TestVserver.Config.With("timeouts", Config.Of(("create", "1m")));

    private static readonly FaultRule Unlisted =
        new() { Method = "GET", Path = "/v1/product/vserver", Status = 200, Text = """{"success":true,"data":[]}""" };

    private static readonly FaultRule Unknown = new() { Method = "GET", Path = "/v1/product/vserver/*", Status = 404, Word = "resource_not_found" };

    [Fact]
    public async Task Update_ResizedWhilePending_IsResizedOnceDelivered()
    {
        await using var world = await TestVserver.StartSlowAsync();
        var server = await StartAsync(world, Hasty);
        world.Simulator.World.EndOrder((string)server["order_id"]!);
        Assert.Empty((await server.ApplyAsync(TestVserver.Config.With("cores", 4))).BesidesRestart());
        Assert.Equal((4L, 4, 1), (server["cores"], world.TheProduct().Cores, world.OrdersPlaced));
        Assert.Equal(["upgrade"], world.Writes());
    }

    [Fact]
    public async Task Update_SwitchedOffWhilePending_IsOffOnceDelivered()
    {
        await using var world = await TestVserver.StartSlowAsync();
        var config = Hasty.With("power_state", "offline");
        var server = await StartAsync(world, config);
        var plan = await server.PlanAsync(TestVserver.Config.With("power_state", "offline"));
        world.Simulator.World.EndOrder((string)server["order_id"]!);
        Assert.Empty(await server.ApplyAsync(plan));
        Assert.Equal("offline", world.TheProduct().Power);
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(TestVserver.Config.With("power_state", "offline"))).Action);
    }

    [Fact]
    public async Task Update_PackageDeliveredMeanwhile_IsTakenAsItIs()
    {
        await using var world = await TestVserver.StartSlowAsync();
        var config = TestVserver.Packaged.With("timeouts", Config.Of(("create", "1m")));
        var server = await StartAsync(world, config);
        var plan = await server.PlanAsync(TestVserver.Packaged);
        world.Simulator.World.EndOrder((string)server["order_id"]!);
        Assert.Empty(await server.ApplyAsync(plan));
        Assert.Equal((2L, 4L, 80L), (server["cores"], server["ram"], server["disk"]));
        Assert.Empty(world.Writes());
    }

    [Fact]
    public async Task Replace_PendingOrder_TerminatesWhatComesOfItFirst()
    {
        await using var world = await TestVserver.StartSlowAsync();
        var server = await StartAsync(world, Hasty);
        var order = (string)server["order_id"]!;
        var plan = await server.PlanAsync(Hasty.With("name", "other"));
        Assert.Equal(["name"], plan.RequiresReplace);
        world.Simulator.World.EndOrder(order);
        Assert.Equal(Severity.Warning, Assert.Single(await server.ApplyAsync(plan)).Severity);
        Assert.NotEqual(order, server["order_id"]);
        Assert.Equal((2, 0), (world.OrdersPlaced, world.Simulator.World.State().Products.Count));
    }

    [Fact]
    public async Task Create_HardwareIsAwaited_SaysSo()
    {
        await using var world = await TestVserver.StartSlowAsync();
        world.Simulator.World.ScriptOrders(new OrderScript { Status = "wait_for_host" });
        var server = world.Vserver();
        Assert.Contains("(status: wait_for_host)", Assert.Single(await server.ApplyAsync(Hasty)).Detail, StringComparison.Ordinal);
        Assert.Equal("wait_for_host", server["status"]);
    }

    [Theory]
    [InlineData("error", "no host", "with the status \"error\": no host. There is no vserver")]
    [InlineData("cancelled", null, "with the status \"cancelled\". There is no vserver")]
    public async Task Refresh_OrderCameToNothing_IsDroppedWithAWarning(string status, string? reason, string told)
    {
        await using var world = await TestVserver.StartSlowAsync();
        var server = await StartAsync(world, Hasty);
        var order = (string)server["order_id"]!;
        world.Simulator.World.EndOrder(order, status, reason);
        var plan = await server.PlanAsync(Hasty);
        var warning = Assert.Single(plan.Diagnostics);
        Assert.Equal((ChangeAction.Create, Severity.Warning, "The order came to nothing"), (plan.Action, warning.Severity, warning.Summary));
        Assert.All([order, told, "the next apply orders anew"], part => Assert.Contains(part, warning.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Update_OrderFailsAndLeavesAServer_KeepsItAndSaysHowToReplaceIt()
    {
        await using var world = await TestVserver.StartSlowAsync();
        var server = await StartAsync(world, Hasty);
        var plan = await server.PlanAsync(Hasty);
        world.Simulator.World.EndOrder((string)server["order_id"]!, "error", "Kein Netz.", leavesProduct: true);
        var error = ProviderWorld.TheError(await server.ApplyAsync(plan));
        Assert.Equal(("The order failed", world.TheProduct().Uuid), (error.Summary, server["id"]));
        Assert.All(["Kein Netz.", world.TheProduct().Uuid, "terraform apply -replace"], part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.All(["tainted", "was delivered"], part => Assert.DoesNotContain(part, error.Detail, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Create_OrderNotKnownForAMoment_IsWaitedFor(int looksBefore)
    {
        await using var world = await ProviderWorld.StartAsync(
            new SimulatorOptions { DeploymentTime = TimeSpan.FromMinutes(5), ProductUuidAfter = TimeSpan.Zero }, time: new JumpingClock());
        world.Simulator.Faults.Add(
            new FaultRule { Method = "GET", Path = "/v1/manage/order/*", Skip = looksBefore, Times = 3, Status = 404, Word = "resource_not_found" });
        var server = world.Vserver();
        Assert.Empty(await server.ApplyAsync(TestVserver.Config));
        Assert.Equal((world.TheProduct().Uuid, 1), (server["id"], world.OrdersPlaced));
    }

    [Fact]
    public async Task Refresh_OrderUnknownToTheApi_KeepsItAndSaysWhatToDo()
    {
        await using var world = await TestVserver.StartSlowAsync();
        var server = await StartAsync(world, Hasty);
        var before = server.State;
        world.Simulator.World.Reset();
        var error = ProviderWorld.TheError((await server.PlanAsync(Hasty)).Diagnostics);
        Assert.Equal("An order is unknown to the API", error.Summary);
        Assert.All(
            [(string)server["order_id"]!, "customer panel", "terraform state rm"], part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.Equal(before, server.State);
    }

    [Fact]
    public async Task Refresh_DeliveredAndNotKnownYet_IsNotBelievedGone()
    {
        await using var world = await TestVserver.StartSlowAsync();
        var server = await StartAsync(world, Hasty);
        world.Simulator.World.EndOrder((string)server["order_id"]!);
        world.Simulator.Faults.Add(Unknown, Unlisted);
        Assert.Equal(ChangeAction.Update, (await server.PlanAsync(Hasty)).Action);
        Assert.Empty(await server.ApplyAsync(Hasty));
        Assert.Equal((world.TheProduct().Uuid, 1), (server["id"], world.OrdersPlaced));
    }

    [Fact]
    public async Task Refresh_DeliveredAndNeverSeen_IsNotDroppedNorOrderedAgain()
    {
        var clock = new JumpingClock();
        await using var world = await TestVserver.StartSlowAsync(clock);
        var server = await StartAsync(world, Hasty);
        world.Simulator.World.EndOrder((string)server["order_id"]!);
        world.Simulator.World.Delete(world.TheProduct().Uuid);
        await server.RefreshAsync();
        Assert.True(server.Exists);
        clock.Advance(TimeSpan.FromMinutes(2));
        var error = ProviderWorld.TheError(await server.RefreshAsync());
        Assert.Equal("A delivered product is unknown to the API", error.Summary);
        Assert.All(
            [(string)server["order_id"]!, world.Simulator.World.State().Orders[0].ProductUuid!, "terraform state rm"],
            part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.True(server.Exists);
    }

    [Fact]
    public async Task Destroy_DeliveredAndNotKnownYet_IsTerminatedOnceItIs()
    {
        await using var world = await TestVserver.StartSlowAsync();
        var server = await StartAsync(world, Hasty);
        world.Simulator.World.EndOrder((string)server["order_id"]!);
        world.Simulator.Journal.Clear();
        world.Simulator.Faults.Add(Unknown with { Times = 2 }, Unlisted with { Times = 2 });
        Assert.Empty(await server.DestroyAsync());
        Assert.Empty(world.Simulator.World.State().Products);
        Assert.Equal(
            ["GET", "GET", "GET", "DELETE", "GET"],
            world.Simulator.Journal.Entries().Where(e => e.Path.Contains("/product/vserver/", StringComparison.Ordinal)).Select(e => e.Method));
    }

    [Fact]
    public async Task Destroy_PendingAndAbandoned_NamesTheOrder()
    {
        await using var world = await TestVserver.StartSlowAsync();
        var server = await StartAsync(world, Hasty.With("on_destroy", "abandon"));
        var order = (string)server["order_id"]!;
        var warning = Assert.Single(await server.DestroyAsync());
        Assert.Contains(order, warning.Detail, StringComparison.Ordinal);
        Assert.Contains("3.707 EUR per month", warning.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_ProtectedAndPending_NeitherDestroysNorReplaces()
    {
        await using var world = await TestVserver.StartSlowAsync();
        var config = Hasty.With("deletion_protection", true);
        var server = await StartAsync(world, config);
        Assert.Equal("deletion_protection", ProviderWorld.TheError((await server.PlanDestroyAsync()).Diagnostics).Path.ToString());
        Assert.Equal("deletion_protection", ProviderWorld.TheError((await server.PlanAsync(config.With("name", "other"))).Diagnostics).Path.ToString());
    }

    private static async Task<ResourceInstance> StartAsync(ProviderWorld world, Config config)
    {
        var server = world.Vserver();
        Assert.Equal("Not ready yet", Assert.Single(await server.ApplyAsync(config)).Summary);
        return server;
    }
}
