using static CliHarness.Config;

namespace Dashserv.Acceptance.Tests.Scenarios;

/// <summary>Servers that exist already are taken over without a change and without an order.</summary>
public sealed class ImportTests : AcceptanceTest
{
    [Theory, MemberData(nameof(Clis))]
    public async Task ImportBlock_OfAnExistingServer_PlansOnlyTheImport(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli);
        var id = Assert.Single(scenario.World.SeedVservers(1));
        scenario.Write(Vserver(name: "seed-1", image: "Debian 10") + $"import {{\n  to = {Web}\n  id = \"{id}\"\n}}\n");
        (await scenario.PlanAsync()).Plans(Web, "no-op").Run.Saying("1 to import, 0 to add, 0 to change, 0 to destroy");
        await scenario.ApplyPlanAsync();
        await scenario.NothingToDoAsync();
        await scenario.EndAsync(orders: 0);
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task ImportCommand_OfAnExistingServer_IsFollowedByAnEmptyPlan(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Vserver(name: "seed-1", image: "debian10"));
        var id = Assert.Single(scenario.World.SeedVservers(1));
        (await scenario.RunAsync("import", Web, id)).Succeeded();
        await scenario.NothingToDoAsync();
        await scenario.EndAsync(orders: 0);
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Import_AfterStateRm_IsFollowedByAnEmptyPlan(string cli)
    {
        var config = Vserver(more: "power_state = \"online\"\n  max_monthly_price = 5\n  period = \"1 Monat\"\n  reinstall_triggers = { a = \"b\" }");
        await using var scenario = await Scenario.StartAsync(cli, config);
        await scenario.ApplyAsync();
        (await scenario.RunAsync("state", "rm", Web)).Succeeded();
        (await scenario.RunAsync("import", Web, scenario.Server.Uuid)).Succeeded();
        scenario.Simulator.Journal.Clear();
        await scenario.ApplyAsync();
        Assert.All(scenario.Simulator.Journal.Entries(), e => Assert.True(e.Method == "GET" || e.Fields.ContainsKey("calculate"), $"{e.Method} {e.Path}"));
        await scenario.NothingToDoAsync();
        await scenario.EndAsync();
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Import_OfWhatIsNotThere_FailsAndLeavesNothing(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Vserver());
        (await scenario.RunAsync("import", Web, "nOsUc")).Failed("Cannot import non-existent remote object");
        (await scenario.RunAsync("import", Web, "no such")).Failed("not the uuid of a vserver");
        Assert.Equal("[]", scenario.StateOfResources());
    }
}
