using static CliHarness.Config;

namespace Dashserv.Acceptance.Tests.Scenarios;

/// <summary>The main job: order, leave alone, resize, destroy.</summary>
public sealed class LifecycleTests : AcceptanceTest
{
    [Theory, MemberData(nameof(Clis))]
    public async Task Vserver_FromFirstPlanToDestroy_IsOrderedOnceAndResizedInPlace(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Vserver());
        (await scenario.RunAsync("validate")).Succeeded();

        var plan = (await scenario.PlanAsync()).Plans(Web, "create");
        Assert.Equal(2.17m, (decimal?)plan.After(Web, "quote")?["monthly_gross"]);
        Assert.Equal(0.00301m, (decimal?)plan.After(Web, "quote")?["hourly_gross"]);
        Assert.Equal(0, scenario.OrdersPlaced);

        await scenario.ApplyPlanAsync();
        await scenario.NothingToDoAsync();
        var (id, address) = (scenario.Server.Uuid, scenario.Attribute("ipv4_address"));
        Assert.Equal(id, scenario.Attribute("id"));
        Assert.NotNull(address);
        Assert.Equal("debian11", scenario.Server.Image);

        plan = (await scenario.Write(Vserver(cores: 2, ram: 4, disk: 80)).PlanAsync()).Plans(Web, "update");
        Assert.Equal(4.17m, (decimal?)plan.After(Web, "quote")?["monthly_gross"]);
        Assert.Equal(address, (string?)plan.After(Web, "ipv4_address"));
        await scenario.ApplyPlanAsync();
        await scenario.NothingToDoAsync();
        Assert.Equal((id, 2, 4, 80), (scenario.Server.Uuid, scenario.Server.Cores, scenario.Server.Ram, scenario.Server.Disk));
        Assert.Equal(address, scenario.Attribute("ipv4_address"));
        Assert.Equal("4.17", scenario.Attribute("monthly_price"));

        await scenario.EndAsync(orders: 1);
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Vserver_ReplacedByName_IsTerminatedAndOrderedAgain(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Vserver());
        await scenario.ApplyAsync();
        (await scenario.Write(Vserver(name: "web-2")).PlanAsync()).Plans(Web, "delete,create");
        await scenario.ApplyPlanAsync();
        await scenario.NothingToDoAsync();
        Assert.Equal("web-2", scenario.Server.Name);
        await scenario.EndAsync(orders: 2);
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Vserver_WithoutAName_GetsOneThatStays(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Vserver(name: null));
        await scenario.ApplyAsync();
        await scenario.NothingToDoAsync();
        Assert.Equal(scenario.Server.Name, scenario.Attribute("name"));
        await scenario.EndAsync();
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Package_ByName_BringsItsSize(string cli)
    {
        const string more = "product = \"vserver\"\n  package = \"M\"";
        await using var scenario = await Scenario.StartAsync(cli, Vserver(null, null, null, more: more));
        var plan = (await scenario.PlanAsync()).Plans(Web, "create");
        Assert.Equal(4.5m, (decimal?)plan.After(Web, "quote")?["monthly_gross"]);
        await scenario.ApplyPlanAsync();
        await scenario.NothingToDoAsync();
        Assert.Equal(("2", "4", "80"), (scenario.Attribute("cores"), scenario.Attribute("ram"), scenario.Attribute("disk")));
        await scenario.EndAsync();
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Schema_AsJson_HasTheResourceAndItsTypes(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Vserver());
        var schemas = (await scenario.RunAsync("providers", "schema", "-json")).Succeeded().Json["provider_schemas"]!.AsObject().Single().Value!;
        var attributes = schemas["resource_schemas"]!["dashserv_vserver"]!["block"]!["attributes"]!;
        Assert.Equal("number", (string?)attributes["cores"]!["type"]);
        Assert.Equal("single", (string?)attributes["quote"]!["nested_type"]!["nesting_mode"]);
        Assert.True((bool?)schemas["provider"]!["block"]!["attributes"]!["token"]!["sensitive"]);
    }
}
