using Dashserv.Simulator.Faults;
using Dashserv.Simulator.Orders;
using static CliHarness.Config;

namespace Dashserv.Acceptance.Tests.Scenarios;

/// <summary>Whatever happens to an order on its way, it is placed at most once and never forgotten.</summary>
public sealed class OrderFaultTests : AcceptanceTest
{
    private static readonly FaultRule Order =
        new() { Method = "POST", Path = "/v1/manage/product/*", Body = new Dictionary<string, string?> { ["calculate"] = null } };

    [Theory, MemberData(nameof(Clis))]
    public async Task Order_WhoseAnswerIsLostAfterTheEffect_IsAdopted(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Vserver());
        scenario.Simulator.Faults.Add(Order with { Cut = CutMoment.After });
        await scenario.ApplyAsync();
        Assert.Equal(scenario.Server.Uuid, scenario.Attribute("id"));
        await scenario.NothingToDoAsync();
        await scenario.EndAsync(orders: 1);
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Order_AnsweredWithGarbage_IsNotSentAgain(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Vserver());
        scenario.Simulator.Faults.Add(Order with { Garbage = GarbageKind.Invalid });
        await scenario.ApplyAsync();
        await scenario.NothingToDoAsync();
        await scenario.EndAsync(orders: 1);
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Order_TurnedAwayByTheRateLimit_IsSentAgain(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Vserver());
        scenario.Simulator.Faults.Add(Order with { RateLimit = true, Times = 2 });
        await scenario.ApplyAsync();
        await scenario.NothingToDoAsync();
        await scenario.EndAsync(orders: 1);
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Order_ThatFails_SaysWhyAndLeavesNothingBehind(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Vserver());
        scenario.World.ScriptOrders(new OrderScript { Status = "error", StatusData = "no host has room" });
        (await scenario.TryApplyAsync()).Failed("The order failed", "no host has room", "The next apply orders anew");
        scenario.World.ScriptOrders(new OrderScript { Status = "cancelled" });
        (await scenario.TryApplyAsync()).Failed("The order was cancelled");
        Assert.Equal("[]", scenario.StateOfResources());
        await scenario.ApplyAsync();
        await scenario.EndAsync(orders: 3);
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Order_ThatWaitsForItsHost_IsResumedByTheNextApply(string cli)
    {
        // Long enough for the order to be placed on a machine that is busy: else it would not be placed, which is an error.
        await using var scenario = await Scenario.StartAsync(cli, Vserver(more: "timeouts = { create = \"5s\" }"));
        scenario.World.ScriptOrders(new OrderScript { Status = "wait_for_host" });
        (await scenario.ApplyAsync()).Saying("Warning: Not ready yet", "wait_for_host", "Apply again");
        var order = Assert.Single(scenario.World.State().Orders).Uuid;
        Assert.Equal((order, null), (scenario.Attribute("order_id"), scenario.Attribute("id")));

        // Still waiting: the next apply waits on, and orders nothing.
        (await scenario.ApplyAsync(Vserver(more: "timeouts = { create = \"1s\" }"), thenEmpty: false)).Saying("Not ready yet");
        scenario.World.EndOrder(order);
        await scenario.ApplyAsync(Vserver(), thenEmpty: false);
        await scenario.NothingToDoAsync();
        Assert.Equal(scenario.Server.Uuid, scenario.Attribute("id"));
        await scenario.EndAsync(orders: 1);
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Order_ThatMustNotTakeLong_FailsAndIsTracked(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Vserver(more: "on_create_timeout = \"fail\""));
        scenario.World.ScriptOrders(new OrderScript { Status = "wait_for_host" });
        var (order, apply) = await scenario.LeaveWaitingAsync();
        apply.Failed("Error: Not ready yet", "on_create_timeout");
        Assert.Equal(order, scenario.Attribute("order_id"));
        scenario.World.EndOrder(order);
        await scenario.EndAsync(orders: 1);
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task CtrlC_DuringTheWait_KeepsTheOrderForTheNextApply(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Vserver());
        scenario.World.ScriptOrders(new OrderScript { Status = "wait_for_host" });
        using var apply = scenario.Workspace.Start("apply", "-auto-approve");
        await Scenario.UntilAsync(() => scenario.Simulator.Journal.Count("/v1/manage/order/*") > 0, "the order is followed");
        apply.Interrupt();
        (await apply.WaitAsync()).Saying("Interrupt received");
        var order = Assert.Single(scenario.World.State().Orders).Uuid;
        Assert.Equal(order, scenario.Attribute("order_id"));

        scenario.World.EndOrder(order);
        await scenario.ApplyAsync();
        await scenario.NothingToDoAsync();
        Assert.Equal(scenario.Server.Uuid, scenario.Attribute("id"));
        await scenario.EndAsync(orders: 1);
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Api_FailingWhileTheOrderIsFollowed_LosesNothing(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Patient(0));
        scenario.Simulator.Faults.Add(new FaultRule { Path = "/v1/manage/order/*", Status = 500, Times = 0 });
        (await scenario.ApplyAsync()).Saying("Warning: Not ready yet", "it can't be followed at present", "will not be ordered again");
        Assert.Equal((Assert.Single(scenario.World.State().Orders).Uuid, null), (scenario.Attribute("order_id"), scenario.Attribute("id")));

        // A failure that passes is not even told.
        scenario.Simulator.Faults.Clear();
        scenario.Simulator.Faults.Add(
            new FaultRule { Path = "/v1/manage/order/*", Status = 500 }, new FaultRule { Path = "/v1/manage/order/*", Garbage = GarbageKind.Truncated });
        scenario.Write(Patient(6));
        (await scenario.ApplyAsync()).NotSaying("Not ready yet");
        await scenario.NothingToDoAsync();
        await scenario.EndAsync(orders: 1);

        static string Patient(int retries) => Vserver() + $"provider \"dashserv\" {{\n  max_retries = {retries}\n}}\n";
    }
}
