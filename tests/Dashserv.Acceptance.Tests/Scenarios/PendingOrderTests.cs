using Dashserv.Simulator.Control;
using Dashserv.Simulator.Orders;
using static CliHarness.Config;

namespace Dashserv.Acceptance.Tests.Scenarios;

/// <summary>What became of an order since the last apply, and of a product that the API calls ended: told, and never ordered twice for it.</summary>
public sealed class PendingOrderTests : AcceptanceTest
{
    private const string Db = "dashserv_dedicated_server.db";
    private const string Site = "dashserv_product.site";

    public static MatrixTheoryData<string, string> Cases => new([Cli.Terraform, Cli.OpenTofu], [Db, Site]);

    [Theory, MemberData(nameof(Cases))]
    public async Task Order_BetweenTwoApplies_MovesOnOrComesToNothing(string cli, string address)
    {
        await using var scenario = await Scenario.StartAsync(cli, Ordered(address));
        scenario.World.ScriptOrders(new OrderScript { Status = "wait_for_host", Times = 2 });
        var (first, _) = await scenario.LeaveWaitingAsync();
        scenario.World.EndOrder(first, "checking_payment");
        (await scenario.PlanAsync()).Finds(address, "status = checking_payment").Plans(address, "update");

        scenario.World.EndOrder(first, "error", "no host has room");
        (await scenario.PlanAsync()).Plans(address, "create").Run
            .Saying("Warning: The order came to nothing", $"ended the order {first} with the status \"error\": no host has room.",
                "the next apply orders anew");
        var (second, _) = await scenario.LeaveWaitingAsync();
        Assert.NotEqual(first, second);
        scenario.World.EndOrder(second, "cancelled");
        (await scenario.PlanAsync())
            .Plans(address, "create").Run.Saying("The order came to nothing", $"ended the order {second} with the status \"cancelled\". There is no");
        await scenario.ApplyPlanAsync();
        await scenario.NothingToDoAsync();

        // Ended, and listed all the same: the user decides what to believe.
        scenario.World.Change(scenario.Server.Uuid, new ProductChange { Status = "terminated" });
        (await scenario.PlanAsync()).Plans(address, "no-op").Run
            .Saying("Warning: The API calls a product terminated", $"({scenario.Server.Uuid}) is still listed", "kept in the state", "terraform state rm");
        await scenario.EndAsync(orders: 3);
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task Order_ThatMustNotTakeLong_FailsAndIsReplaced(string cli, string address)
    {
        await using var scenario = await Scenario.StartAsync(cli, Ordered(address, "on_create_timeout = \"fail\""));
        scenario.World.ScriptOrders(new OrderScript { Status = "wait_for_host" });
        var (order, apply) = await scenario.LeaveWaitingAsync();
        apply.Failed(
            "Error: Not ready yet", $"The order {order} is placed (status: wait_for_host)", "As on_create_timeout is \"fail\"",
            "terminates what comes of it, and orders anew", "terraform untaint");
        scenario.World.EndOrder(order);
        (await scenario.PlanAsync()).Plans(address, "delete,create").Run.Saying("is tainted");
        await scenario.ApplyPlanAsync();
        await scenario.NothingToDoAsync();
        Assert.NotEqual(order, scenario.Attribute("order_id", address.Split('.')[1]));
        await scenario.EndAsync(orders: 2);
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Order_NotDeliveredYet_LeavesWhatBelongsToItForTheNextApply(string cli)
    {
        const string dependents = """
            resource "dashserv_backup" "first" {
              vserver_id = dashserv_vserver.web.id
              name       = "first"
            }

            resource "dashserv_scheduled_task" "nightly" {
              vserver_id = dashserv_vserver.web.id
              interval   = "DAILY"
              command    = "BACKUP"
            }

            resource "dashserv_vserver_password" "root" {
              vserver_id = dashserv_vserver.web.id
            }

            """;
        await using var scenario = await Scenario.StartAsync(cli, Vserver(more: "timeouts = { create = \"3s\" }") + dependents);
        scenario.World.ScriptOrders(new OrderScript { Status = "wait_for_host" });
        var apply =
            (await scenario.TryApplyAsync()).Failed("Missing required argument", "vserver_id is required, and its value is null", "apply again once it has");
        Assert.DoesNotContain("failed unexpectedly", apply.Output, StringComparison.Ordinal);
        scenario.World.EndOrder(scenario.Attribute("order_id")!);
        await scenario.ApplyAsync();
        await scenario.NothingToDoAsync();
        await scenario.EndAsync();
    }

    private static string Ordered(string address, string more = "") => Provider + Block(address, address == Db
        ? $"  model = \"h5HGC\"\n  location = \"kc7aV\"\n  {more}"
        : $"  product = \"webhosting\"\n  location = \"kc7aV\"\n  options = {{ domain = \"example.com\", webspace = 20, php = \"8.1\" }}\n  {more}");
}
