using CoreHarness;
using Dashserv.Provider.Tests.Support;
using Dashserv.Provider.Tests.Vservers;
using Dashserv.Simulator;
using Dashserv.Simulator.Faults;
using Dashserv.Simulator.Orders;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.DedicatedServers.Create;

/// <summary>Whatever happens to an order: it is placed once, never forgotten, and a user is told where the money is.</summary>
public sealed class DedicatedServerOrderTests
{
    private static readonly FaultRule AnOrder =
        new() { Method = "POST", Path = "/v1/manage/product/*", Body = new Dictionary<string, string?> { ["calculate"] = null } };
    private static readonly Config Impatient = TestDedicatedServer.Config.With("timeouts", Config.Of(("create", "1m")));

    [Fact]
    public async Task Create_HardwareIsAwaited_IsPickedUpByTheNextPlanAndOrderedOnce()
    {
        await using var world = await ProviderWorld.StartAsync(time: new JumpingClock());
        world.Simulator.World.SetStock("BSDcu", 0);
        var config = Impatient.With("model", "BSDcu");
        var server = world.Dedicated();
        var warning = Assert.Single(await server.ApplyAsync(await server.PlanAsync(config)), d => d.Summary == "Not ready yet");
        Assert.Equal(Severity.Warning, warning.Severity);
        Assert.All(
            ["wait_for_host", "will not be ordered again", "may already cost money"], part => Assert.Contains(part, warning.Detail, StringComparison.Ordinal));
        Assert.Equal((false, "wait_for_host", null), (server.Tainted, server["status"], server["id"]));

        // Days later.
        await world.ConfigureAsync();
        var plan = await server.PlanAsync(config);
        Assert.Equal((ChangeAction.Update, true), (plan.Action, plan.IsUnknown("id")));
        Assert.Equal(Severity.Warning, Assert.Single(await server.ApplyAsync(plan)).Severity);
        world.Simulator.World.EndOrder((string)server["order_id"]!);
        Assert.DoesNotContain(await server.ApplyAsync(config.Without("timeouts")), d => d.Severity == Severity.Error);
        Assert.Equal((world.TheProduct().Uuid, TestDedicatedServer.Debian11, 1), (server["id"], server["os"], world.OrdersPlaced));
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(config.Without("timeouts"))).Action);
    }

    [Fact]
    public async Task Create_TimeIsUpAndToFail_IsTaintedWithItsOrder()
    {
        await using var world = await ProviderWorld.StartAsync(TestDedicatedServer.Slow, time: new JumpingClock());
        var server = world.Dedicated();
        var error = ProviderWorld.TheError(await server.ApplyAsync(Impatient.With("on_create_timeout", "fail")));
        Assert.Contains("on_create_timeout is \"fail\"", error.Detail, StringComparison.Ordinal);
        Assert.Equal((true, Assert.Single(world.Simulator.World.State().Orders).Uuid), (server.Tainted, server["order_id"]));
    }

    [Theory]
    [InlineData(
        "error", "The order failed", "Kein Lagerbestand: device h5HGC",
        "with the status \"error\": Kein Lagerbestand: device h5HGC. No dedicated server was delivered")]
    [InlineData("cancelled", "The order was cancelled", null, "with the status \"cancelled\". No dedicated server was delivered")]
    public async Task Create_OrderFails_SaysWhyAndLeavesNothing(string status, string summary, string? reason, string told)
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.World.ScriptOrders(new OrderScript { Status = status, StatusData = reason });
        var server = world.Dedicated();
        var error = ProviderWorld.TheError(await server.ApplyAsync(TestDedicatedServer.Config));
        Assert.Equal(summary, error.Summary);
        string[] parts = [Assert.Single(world.Simulator.World.State().Orders).Uuid, told, "charged", "The next apply orders anew"];
        Assert.All(parts, part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.False(server.Exists);
    }

    [Fact]
    public async Task Create_StatusThatNobodyKnows_IsWaitedFor()
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.World.ScriptOrders(new OrderScript { Status = "burn_in_test" });
        var server = world.Dedicated();
        var applying = server.ApplyAsync(TestDedicatedServer.Config);
        await world.UntilAsync(applying, () => world.Simulator.Journal.Count("/v1/manage/order/*") >= 4);
        world.Simulator.World.EndOrder(Assert.Single(world.Simulator.World.State().Orders).Uuid);
        Assert.Empty(await applying);
        Assert.Equal(1, world.OrdersPlaced);
    }

    [Theory]
    [InlineData("error", "device broken", "with the status \"error\": device broken. There is no dedicated server")]
    [InlineData("cancelled", null, "with the status \"cancelled\". There is no dedicated server")]
    public async Task Refresh_PendingOrderFailed_IsDroppedWithItsReason(string status, string? reason, string told)
    {
        await using var world = await ProviderWorld.StartAsync(TestDedicatedServer.Slow, time: new JumpingClock());
        var server = world.Dedicated();
        await server.ApplyAsync(Impatient);
        world.Simulator.World.EndOrder((string)server["order_id"]!, status, reason);
        var warning = Assert.Single(await server.RefreshAsync());
        Assert.Equal((Severity.Warning, "The order came to nothing"), (warning.Severity, warning.Summary));
        Assert.All([told, "dropped from the state", "the next apply orders anew"], part => Assert.Contains(part, warning.Detail, StringComparison.Ordinal));
        Assert.False(server.Exists);
    }

    [Fact]
    public async Task Create_AnswerLostAfterTheEffect_AdoptsTheServer()
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.Faults.Add(AnOrder with { Cut = CutMoment.After });
        var server = world.Dedicated();
        var told = await server.ApplyAsync(TestDedicatedServer.Config);
        Assert.Equal(
            ["The dedicated server of an order without an answer was taken up", "Debian 11 (Bullseye) is not installed yet"], told.Select(d => d.Summary));
        Assert.All(told, d => Assert.Equal(Severity.Warning, d.Severity));
        Assert.Equal((1, world.TheProduct().Uuid, 0), (world.OrdersPlaced, server["id"], world.Installations()));

        var plan = await server.PlanAsync(TestDedicatedServer.Config);
        Assert.Equal("This wipes the disks", Assert.Single(plan.Diagnostics).Summary);
        Assert.DoesNotContain(await server.ApplyAsync(plan), d => d.Severity == Severity.Error);
        Assert.Equal((1, 1), (world.OrdersPlaced, world.Installations()));
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(TestDedicatedServer.Config)).Action);
    }

    [Theory]
    [InlineData(GarbageKind.Truncated)]
    [InlineData(GarbageKind.Invalid)]
    [InlineData(GarbageKind.Empty)]
    public async Task Create_AnswerUnreadable_AdoptsTheServer(GarbageKind garbage)
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.Faults.Add(AnOrder with { Garbage = garbage });
        var server = world.Dedicated();
        Assert.DoesNotContain(await server.ApplyAsync(TestDedicatedServer.Config), d => d.Severity == Severity.Error);
        Assert.Equal((1, world.TheProduct().Uuid), (world.OrdersPlaced, server["id"]));
    }

    [Fact]
    public async Task Create_AnswerLostBeforeTheEffect_IsNotSentAgainAndSaysWhatToDo()
    {
        await using var world = await ProviderWorld.StartAsync(time: new JumpingClock());
        world.Simulator.Faults.Add(AnOrder with { Cut = CutMoment.Before });
        var server = world.Dedicated();
        var error = ProviderWorld.TheError(await server.ApplyAsync(TestDedicatedServer.Config));
        Assert.Equal("An order was sent, and its answer was lost", error.Summary);
        Assert.All(["may or may not", "not sent a second time", "customer panel"], part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.Equal(
            (0, false, 1),
            (world.OrdersPlaced, server.Exists,
                world.Simulator.Journal.Entries("/v1/manage/product/*", "POST").Count(e => !e.Fields.ContainsKey("calculate"))));
    }

    [Fact]
    public async Task Create_AnswerLostAndTwoCandidates_ListsThemWithImportBlocksAndCost()
    {
        await using var world = await ProviderWorld.StartAsync(new SimulatorOptions { DeploymentTime = TimeSpan.Zero, ProductUuidAfter = TimeSpan.Zero });

        // A colleague's order, placed before the look for what became of ours.
        world.Simulator.Faults.Add(AnOrder with { Cut = CutMoment.After });
        world.Simulator.Faults.Add(new FaultRule { Method = "GET", Path = "/v1/product/dedicated-server", Skip = 1, Times = 0, Status = 500 });
        var server = world.Dedicated();
        var applying = server.ApplyAsync(TestDedicatedServer.Config.With("on_existing_name", "ignore"));
        await world.UntilAsync(applying, () => world.OrdersPlaced > 0);
        await world.OrderTheSameAsync();
        world.Simulator.Faults.Clear();
        var error = ProviderWorld.TheError(await applying);
        var products = world.Simulator.World.State().Products;
        Assert.Equal(2, products.Count);
        Assert.All(products, p => Assert.Contains($"to = dashserv_dedicated_server.NAME\n  id = \"{p.Uuid}\"", error.Detail, StringComparison.Ordinal));
        Assert.All(["0.05454 EUR per hour", "Import the right one"], part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.False(server.Exists);
    }

    [Fact]
    public async Task Create_TwoAlikeAndOneAnswerLost_EachHasItsOwn()
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.Faults.Add(AnOrder with { Cut = CutMoment.After });
        var servers = new[] { world.Core.Resource(TestDedicatedServer.Type, "a"), world.Core.Resource(TestDedicatedServer.Type, "b") };
        var applies = await Task.WhenAll(servers.Select(s => s.ApplyAsync(TestDedicatedServer.Config)));
        Assert.DoesNotContain(applies.SelectMany(a => a), d => d.Severity == Severity.Error);
        Assert.Equal(world.Simulator.World.State().Products.Select(p => p.Uuid).Order(), servers.Select(s => (string)s["id"]!).Order());
        Assert.Equal(2, world.OrdersPlaced);
    }

    public static TheoryData<int, string, string, string> Refused => new()
    {
        { 412, NotGone.Failure("Dein Guthaben reicht für diese Bestellung nicht aus."), "", "Dein Guthaben reicht für diese Bestellung nicht aus." },
        { 412, NotGone.Failure("product_not_available"), "", "product_not_available" },
        { 422, NotGone.Failure("empty_field:os"), "template", "empty_field:os" },
        { 422, NotGone.Failure("empty_field:hostname"), "hostname", "empty_field:hostname" },
        { 422, NotGone.Failure("empty_field:interval"), "period", "empty_field:interval" },
        { 422, NotGone.Failure("empty_field:location"), "location", "empty_field:location" },
        { 422, NotGone.Failure("empty_field:raid"), "options", "empty_field:raid" },
        { 422, """{"success":false,"data":{"field":"bandwidth","value":"0","msg":"number_out_of_range"}}""", "options[\"bandwidth\"]", "number_out_of_range" },
        { 403, NotGone.Failure("forbidden"), "", "write permission" },
        { 401, NotGone.Failure("Unauthorized"), "", "DASHSERV_TOKEN" },
        { 403, NotGone.Failure("Invalid or missing API authentication"), "", "DASHSERV_TOKEN" },
        { 404, NotGone.Failure("Invalid API route"), "", "endpoint" },
        { 405, NotGone.Failure("Invalid HTTP method"), "", "The endpoint is right" },
        { 503, NotGone.Failure("ratelimit_exceeded"), "", "requests_per_second" },
        { 412, NotGone.Failure("resource_not_found"), "", "does not exist" },
        { 200, """{"success":true,"data":"forbidden"}""", "", "write permission" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Create_Refused_SaysThatNothingWasOrdered(int status, string text, string attribute, string told)
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.Faults.Add(AnOrder with { Status = status, Text = text });
        var server = world.Dedicated();
        var error = ProviderWorld.TheError(await server.ApplyAsync(TestDedicatedServer.Config.With("options", Config.Of(("bandwidth", "2")))));
        Assert.Equal((Refusals.Summary(told, "The order of dedicated-server:h5HGC was refused"), attribute), (error.Summary, error.Path.ToString()));
        Assert.All([told, "Nothing was ordered"], part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.Equal((0, false), (world.OrdersPlaced, server.Exists));
    }

    [Fact]
    public async Task Create_SoldOutSinceThePlan_IsRefusedAndOrdersNothing()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = world.Dedicated();
        var plan = await server.PlanAsync(TestDedicatedServer.Config);
        world.Simulator.World.SetStock("h5HGC", 0);
        var error = ProviderWorld.TheError(await server.ApplyAsync(plan));
        Assert.Contains("product_not_available", error.Detail, StringComparison.Ordinal);
        Assert.False(server.Exists);
    }

    [Fact]
    public async Task Create_ApiFailsWhileFollowing_IsResumed()
    {
        await using var world = await ProviderWorld.StartAsync(time: new JumpingClock());
        world.Simulator.Faults.Add(new FaultRule { Path = "/v1/manage/order/*", Times = 0, Status = 500 });
        var server = world.Dedicated();
        var warning = Assert.Single(await server.ApplyAsync(TestDedicatedServer.Config));
        Assert.Equal((Severity.Warning, "Not ready yet", false), (warning.Severity, warning.Summary, server.Tainted));
        world.Simulator.Faults.Clear();
        Assert.DoesNotContain(await server.ApplyAsync(TestDedicatedServer.Config), d => d.Severity == Severity.Error);
        Assert.Equal((1, world.TheProduct().Uuid), (world.OrdersPlaced, server["id"]));
    }
}
