using Dashserv.Simulator.Control;
using Dashserv.Simulator.Orders;
using static CliHarness.Config;

namespace Dashserv.Acceptance.Tests.Scenarios;

/// <summary>What goes wrong with a dedicated server before it is one: no stock, hardware that is awaited, an installation that fails.</summary>
public sealed class DedicatedServerOrderTests : AcceptanceTest
{
    private const string Db = "dashserv_dedicated_server.db";

    [Theory, MemberData(nameof(Clis))]
    public async Task Model_OutOfStock_FailsThePlanAlsoOfADestroyUnlessPlansAreNotChecked(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Vserver());
        await scenario.ApplyAsync();
        scenario.World.SetStock("h5HGC", 0);
        scenario.Write(Vserver() + Dedicated("")[Provider.Length..]);
        (await scenario.RunAsync("plan"))
            .Failed("Out of stock", Db, "model", "a stock of 0", "cannot be ordered in advance", "Fzasc: Intel Xeon E3-1230v2", "2 in stock");
        (await scenario.Write(Dedicated("", "n0SuC")).RunAsync("plan")).Failed("No such model", "n0SuC", "h5HGC");
        Assert.Equal(1, scenario.OrdersPlaced);

        // Terraform plans once more before it destroys. The way past what cannot be ordered is in the troubleshooting guide.
        scenario.Write(Vserver() + Dedicated("")[Provider.Length..]);
        (await scenario.RunAsync("destroy", "-auto-approve")).Failed("Out of stock");
        scenario.Workspace.Environment["DASHSERV_PLAN_CHECKS"] = "false";
        await scenario.EndAsync();
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Order_ThatWaitsForItsHardware_IsResumedAndNotRepeated(string cli)
    {
        const string brief = "timeouts = { create = \"1s\" }\n  on_create_timeout = \"resume\"";
        await using var scenario = await Scenario.StartAsync(cli, Dedicated(model: "BSDcu"));
        scenario.World.SetStock("BSDcu", 0, allowPreorder: true);
        var (order, apply) = await scenario.LeaveWaitingAsync();
        apply.Saying(
            "Warning: The hardware has to be supplied first", "it may take days", "Warning: Not ready yet", "wait_for_host", "will not be ordered again",
            "Apply again");
        Assert.Equal(
            (order, null, "wait_for_host"), (scenario.Attribute("order_id", "db"), scenario.Attribute("id", "db"), scenario.Attribute("status", "db")));

        // Days later, and the form would not sell another one: still the same order.
        scenario.World.SetStock("BSDcu", 0, allowPreorder: false);
        (await scenario.Write(Dedicated(brief, "BSDcu")).PlanAsync()).Plans(Db, "update");
        (await scenario.ApplyPlanAsync()).Saying("Warning: Not ready yet", order, "was not delivered within 1s");
        scenario.World.EndOrder(order);
        (await scenario.ApplyAsync()).NotSaying("Not ready yet");
        await scenario.NothingToDoAsync();
        Assert.Equal(
            (order, scenario.Server.Uuid, "Debian 11 (Bullseye)"),
            (scenario.Attribute("order_id", "db"), scenario.Attribute("id", "db"), scenario.Server.Image));
        await scenario.EndAsync(orders: 1);
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Order_ThatWaits_IsDestroyedOnceItIsDelivered(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Dedicated());
        scenario.World.ScriptOrders(new OrderScript { Status = "wait_for_host" });
        var (order, _) = await scenario.LeaveWaitingAsync();

        // More looks than the refresh before has: it is the destroy that waits.
        scenario.Simulator.Journal.Clear();
        using var destroy = scenario.Workspace.Start("destroy", "-auto-approve");
        await Scenario.UntilAsync(() => scenario.Simulator.Journal.Count("/v1/manage/order/*") > 5, "the order is waited for");
        destroy.Interrupt();
        (await destroy.WaitAsync())
            .Failed("Error: Interrupted", "trying to destroy the dedicated server", $"The order {order} is not delivered yet (last seen: wait_for_host)",
                "no way to cancel an order");
        Assert.Equal(order, scenario.Attribute("order_id", "db"));
        scenario.World.EndOrder(order);
        await scenario.EndAsync(orders: 1);
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Installation_ThatFails_CostsNoSecondServer(string cli)
    {
        const string log = "Partitioning disks\nE: no disk found on sda";
        await using var scenario = await Scenario.StartAsync(cli, Dedicated());
        scenario.World.FailInstallations(log, times: 2);
        (await scenario.TryApplyAsync())
            .Succeeded().Saying("Warning: The installation failed", Db, "Debian 11 (Bullseye)", "costs money", "The next apply").NotSaying("no disk found");

        // Hardware is not bought twice for an installer: what is missing shows in the plan, and is installed on the same server.
        (await scenario.PlanAsync()).Plans(Db, "update").Run.Saying("was not seen to succeed");
        (await scenario.TryApplyAsync()).Failed("Error: The installation failed", "customer panel");
        await scenario.ApplyAsync();
        await scenario.NothingToDoAsync();
        Assert.Equal("Debian 11 (Bullseye)", scenario.Server.Image);

        // A reinstallation that failed is not forgotten because its template is taken back.
        scenario.World.FailInstallations(log);
        (await scenario.Write(Dedicated("on_os_change = \"reinstall\"").Replace("Debian 11 (Bullseye)", "CentOS 8", StringComparison.Ordinal)).TryApplyAsync())
            .Failed("The installation failed", "CentOS 8");
        await scenario.ApplyAsync(Dedicated("on_os_change = \"reinstall\""), thenEmpty: true);
        Assert.Equal("Debian 11 (Bullseye)", scenario.Server.Image);
        await scenario.EndAsync(orders: 1);
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Installation_InterruptedByCtrlC_IsWaitedForAndNotBegunTwice(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Dedicated(), Scenario.Quick with { InstallationTime = TimeSpan.FromHours(1) });
        using var first = scenario.Workspace.Start("apply", "-auto-approve");
        await Scenario.UntilAsync(() => scenario.Simulator.Journal.Count("*/installation/create") > 0, "the installation is begun");
        first.Interrupt();
        (await first.WaitAsync()).Saying("Not ready yet", "was interrupted");

        scenario.Simulator.Journal.Clear();
        using var second = scenario.Workspace.Start("apply", "-auto-approve");
        await Scenario.UntilAsync(() => scenario.Simulator.Journal.Count("*/installation/status") > 5, "the installation is followed");
        scenario.World.Change(scenario.Server.Uuid, new ProductChange { Image = "295" });
        (await second.WaitAsync()).Succeeded().Saying("was not seen to succeed");
        Assert.Empty(scenario.Writes);
        await scenario.NothingToDoAsync();
        await scenario.EndAsync(orders: 1);
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Template_ThatDoesNotExist_IsRefusedBeforeAnythingIsOrdered(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Dedicated().Replace("Debian 11 (Bullseye)", "Debian 99", StringComparison.Ordinal));
        scenario.Workspace.Environment["DASHSERV_PLAN_CHECKS"] = "false";
        (await scenario.TryApplyAsync()).Failed("No such template", "Debian 99", "Debian 11 (Bullseye) (295)");
        Assert.Equal(0, scenario.OrdersPlaced);
        scenario.Write(Dedicated());
        await scenario.ApplyAsync();
        await scenario.EndAsync(orders: 1);
    }

    private static string Dedicated(string more = "", string model = "h5HGC") => DedicatedServerTests.Dedicated(model, more: more);
}
