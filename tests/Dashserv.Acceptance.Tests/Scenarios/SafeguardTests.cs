using Dashserv.Simulator.Control;
using static CliHarness.Config;

namespace Dashserv.Acceptance.Tests.Scenarios;

/// <summary>What keeps users from losing a server, its data, or more money than they meant to spend.</summary>
public sealed class SafeguardTests : AcceptanceTest
{
    private const string Protected = "deletion_protection = true";

    [Theory, MemberData(nameof(Clis))]
    public async Task DeletionProtection_WhileTrue_FailsDestroyAndReplace(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Vserver(more: Protected));
        await scenario.ApplyAsync();
        (await scenario.RunAsync("plan", "-destroy")).Failed("Protected against deletion", "deletion_protection = false");
        (await scenario.Write(Vserver(name: "other", more: Protected)).RunAsync("plan")).Failed("Protected against deletion", "name");
        (await scenario.Write(Provider).RunAsync("plan")).Failed("Protected against deletion");
        (await scenario.Write(Vserver(more: Protected)).RunAsync("plan", $"-replace={Web}")).Failed("Protected against deletion", "replace the vserver web");
        (await scenario.Write(Vserver(more: $"{Protected}\n  lifecycle {{\n    create_before_destroy = true\n  }}")).TryApplyAsync($"-replace={Web}"))
            .Failed("Protected against deletion");
        Assert.Single(scenario.World.State().Products);
        Assert.Equal(1, scenario.OrdersPlaced);
        await scenario.ApplyAsync(Vserver(), thenEmpty: true);
        await scenario.EndAsync();
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task OnDestroy_Abandon_LeavesTheServerAndNamesItsCost(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Vserver(more: "on_destroy = \"abandon\""));
        await scenario.ApplyAsync();
        (await scenario.RunAsync("destroy", "-auto-approve")).Succeeded()
            .Saying("goes on running, and costing money", "0.00301 EUR per hour", "2.17 EUR per month", scenario.Server.Uuid);
        Assert.Equal("[]", scenario.StateOfResources());
        scenario.World.Delete(scenario.Server.Uuid);
        scenario.NothingIsLeft(orders: 1);
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task MaxMonthlyPrice_BelowTheQuote_FailsThePlanOfOrderAndResize(string cli)
    {
        const string limit = "max_monthly_price = 3";
        await using var scenario = await Scenario.StartAsync(cli, Vserver(cores: 4, more: limit));
        (await scenario.RunAsync("plan")).Failed("Too expensive", "3.67 EUR", "limit of 3.00 EUR");
        Assert.Equal(0, scenario.OrdersPlaced);
        await scenario.ApplyAsync(Vserver(more: limit), thenEmpty: true);
        (await scenario.Write(Vserver(cores: 4, more: limit)).RunAsync("plan")).Failed("Too expensive", "3.67 EUR");
        scenario.Write(Vserver());
        await scenario.EndAsync();
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Price_RaisedBetweenPlanAndApply_IsNotPaid(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Vserver());
        await scenario.PlanAsync();
        scenario.World.ChangeForm("vserver:configure", basePrice: 5m);
        (await scenario.RunAsync("apply", "saved.tfplan")).Failed("quote");
        Assert.Equal(0, scenario.OrdersPlaced);
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Disk_Smaller_IsAnErrorThatExplainsTheWayOut(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Vserver(disk: 80));
        await scenario.ApplyAsync();
        (await scenario.Write(Vserver()).RunAsync("plan")).Failed("A disk cannot shrink", "80", "terraform taint");
        // Terraform asks for a change in place before it replaces: -replace does not get past the error, taint does.
        (await scenario.RunAsync("taint", Web)).Succeeded();
        (await scenario.PlanAsync()).Plans(Web, "delete,create");
        await scenario.ApplyPlanAsync();
        await scenario.NothingToDoAsync();
        await scenario.EndAsync(orders: 2);
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Destroy_ByAnOrdinaryCustomer_IsForbiddenAndExplained(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Vserver());
        scenario.Workspace.Environment["DASHSERV_TOKEN"] = "simulator-customer";
        await scenario.ApplyAsync();
        await scenario.NothingToDoAsync();
        (await scenario.RunAsync("destroy", "-auto-approve")).Failed("was not terminated", "reseller", "on_destroy = \"abandon\"", "still costs money");
        Assert.Equal(scenario.Server.Uuid, scenario.Attribute("id"));

        await scenario.ApplyAsync(Vserver(more: "on_destroy = \"abandon\""), thenEmpty: true);
        (await scenario.RunAsync("destroy", "-auto-approve")).Succeeded();
        scenario.World.Delete(scenario.Server.Uuid);
        scenario.NothingIsLeft(orders: 1);
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task ShutdownBeforeDestroy_OfADeafGuest_TerminatesAllTheSame(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Vserver(more: "shutdown_before_destroy = true\n  shutdown_timeout = \"1s\""));
        await scenario.ApplyAsync();
        scenario.World.Change(scenario.Server.Uuid, new ProductChange { ObeysAcpi = false });
        (await scenario.RunAsync("destroy", "-auto-approve")).Succeeded().Saying("terminated while running");
        Assert.True(scenario.Simulator.Journal.Count("*/actions/shutdown") > 0);
        scenario.NothingIsLeft(orders: 1);
    }
}
