using CoreHarness;
using Dashserv.Provider.Tests.Support;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Vservers.Create;

/// <summary><c>timeouts</c> and <c>on_create_timeout</c>: nothing hangs, and nothing that was ordered is forgotten.</summary>
public sealed class VserverTimeoutTests
{
    [Theory]
    [InlineData("create", "soon")]
    [InlineData("read", "5")]
    [InlineData("update", "-1m")]
    [InlineData("delete", "0s")]
    public async Task Validate_NoDuration_IsToldOnItsAttribute(string operation, string value)
    {
        await using var world = await ProviderWorld.StartAsync();
        var error = ProviderWorld.TheError(await world.Core.ValidateResourceAsync(TestVserver.Type, With(operation, value)));
        Assert.Equal($"timeouts.{operation}", error.Path.ToString());
        Assert.Contains($"\"{value}\"", error.Detail, StringComparison.Ordinal);
        Assert.Contains("\"30m\"", error.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("shutdown_timeout", "soon", "\"90s\"")]
    [InlineData("shutdown_timeout", "0s", "over zero")]
    [InlineData("max_monthly_price", -1, "not over zero")]
    [InlineData("max_monthly_price", 0, "not over zero")]
    public async Task Validate_NoSuchValue_SaysWhatIs(string attribute, object value, string allowed)
    {
        await using var world = await ProviderWorld.StartAsync();
        var error = ProviderWorld.TheError(await world.Core.ValidateResourceAsync(TestVserver.Type, TestVserver.Config.With(attribute, value)));
        Assert.Equal(attribute, error.Path.ToString());
        Assert.Contains(allowed, error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_TimeIsUp_ResumesTheSameOrder()
    {
        await using var world = await TestVserver.StartSlowAsync();
        var server = world.Vserver();
        var warning = Assert.Single(await server.ApplyAsync(With("create", "1m")));
        var order = (string)server["order_id"]!;
        Assert.Equal((Severity.Warning, "Not ready yet"), (warning.Severity, warning.Summary));
        Assert.Contains($"The order {order} is placed (status: installing)", warning.Detail, StringComparison.Ordinal);
        Assert.Contains("not delivered within 1m", warning.Detail, StringComparison.Ordinal);
        Assert.Contains("will not be ordered again", warning.Detail, StringComparison.Ordinal);
        Assert.Equal((false, null, "resume", "installing"), (server.Tainted, server["id"], server["on_create_timeout"], server["status"]));
        var plan = await server.PlanAsync(TestVserver.Config);
        Assert.Equal(ChangeAction.Update, plan.Action);
        Assert.True(plan.IsUnknown("id"));
        world.Simulator.World.EndOrder(order);
        Assert.Empty(await server.ApplyAsync(plan));
        Assert.Equal((world.TheProduct().Uuid, order), (server["id"], server["order_id"]));
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(TestVserver.Config)).Action);
        Assert.Equal(1, world.OrdersPlaced);
    }

    [Fact]
    public async Task Refresh_DeliveredMeanwhile_FindsItByItsOrder()
    {
        await using var world = await TestVserver.StartSlowAsync();
        var server = world.Vserver();
        await server.ApplyAsync(With("create", "1m"));
        world.Simulator.World.EndOrder((string)server["order_id"]!);
        var plan = await server.PlanAsync(With("create", "1m"));
        Assert.Equal((ChangeAction.NoOp, world.TheProduct().Uuid), (plan.Action, server["id"]));
        Assert.NotNull(server["ipv4_address"]);
    }

    [Fact]
    public async Task Create_TimeIsUpAgain_GoesOnWaitingForTheSameOrder()
    {
        await using var world = await TestVserver.StartSlowAsync();
        var server = world.Vserver();
        await server.ApplyAsync(With("create", "1m"));
        var order = server["order_id"];
        Assert.Equal(Severity.Warning, Assert.Single(await server.ApplyAsync(With("create", "1m"))).Severity);
        Assert.Equal((order, 1), (server["order_id"], world.OrdersPlaced));
    }

    [Fact]
    public async Task Create_TimeIsUpAndToFail_IsReplacedByTheNextApply()
    {
        await using var world = await TestVserver.StartSlowAsync();
        var config = With("create", "1m").With("on_create_timeout", "fail");
        var server = world.Vserver();
        var error = ProviderWorld.TheError(await server.ApplyAsync(config));
        Assert.All(
            ["on_create_timeout is \"fail\"", "terminates what comes of it, and orders anew", "terraform untaint"],
            part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.DoesNotContain("not be ordered again", error.Detail, StringComparison.Ordinal);
        Assert.Contains((string)server["order_id"]!, error.Detail, StringComparison.Ordinal);
        Assert.Equal(ChangeAction.Replace, (await server.PlanAsync(config)).Action);
    }

    [Fact]
    public async Task Destroy_PendingOrder_WaitsForItAndTerminatesWhatComes()
    {
        var clock = new JumpingClock();
        await using var world = await TestVserver.StartSlowAsync(clock);
        var server = world.Vserver();
        Assert.Equal("Not ready yet", Assert.Single(await server.ApplyAsync(With("create", "1m"))).Summary);
        Assert.Empty(await world.DestroyPendingAsync(server, clock));
        Assert.False(server.Exists);
        Assert.Equal(["DELETE"], world.Writes());
        Assert.Empty(world.Simulator.World.State().Products);
    }

    [Fact]
    public async Task Destroy_OrderThatIsNeverDelivered_GivesUpAndKeepsIt()
    {
        await using var world = await TestVserver.StartSlowAsync();
        var server = world.Vserver();
        await server.ApplyAsync(TestVserver.Config.With("timeouts", Config.Of(("create", "1m"), ("delete", "1m"))));
        var error = ProviderWorld.TheError(await server.DestroyAsync());
        Assert.Equal(("Time is up", "timeouts"), (error.Summary, error.Path.ToString()));
        Assert.Contains("longer than 1m to destroy the vserver", error.Detail, StringComparison.Ordinal);
        Assert.NotNull(server["order_id"]);
    }

    [Theory]
    [InlineData("read", "read the vserver")]
    [InlineData("update", "update the vserver")]
    [InlineData("delete", "destroy the vserver")]
    public async Task AnyOperation_NoAnswer_EndsInTime(string operation, string title)
    {
        var clock = new JumpingClock();
        await using var world = await ProviderWorld.StartAsync(time: clock);
        var config = With(operation, "20s");
        var server = await world.CreateVserverAsync(config);
        var error = ProviderWorld.TheError(operation switch
        {
            "read" => await world.RunUnansweredAsync("GET", clock, server.RefreshAsync),
            "update" => await world.RunUnansweredAsync("PUT", clock, () => server.ApplyAsync(config.With("cores", 4))),
            _ => await world.RunUnansweredAsync("DELETE", clock, server.DestroyAsync),
        });
        Assert.Equal(("Time is up", "timeouts"), (error.Summary, error.Path.ToString()));
        Assert.Contains($"longer than 20s to {title}", error.Detail, StringComparison.Ordinal);
        Assert.Equal((world.TheProduct().Uuid, 2L), (server["id"], server["cores"]));
    }

    private static Config With(string operation, string time) => TestVserver.Config.With("timeouts", Config.Of((operation, time)));
}
