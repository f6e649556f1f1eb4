using System.Text.Json.Nodes;
using Dashserv.Simulator.Control;
using Dashserv.Simulator.Orders;
using static CliHarness.Config;

namespace Dashserv.Acceptance.Tests.Scenarios;

/// <summary>A product that has no resource of its own, webhosting, through the generic one.</summary>
public sealed class ProductTests : AcceptanceTest
{
    private const string Site = "dashserv_product.site";

    private static readonly string[] Frankfurt =
    [
        "attributes_json.location.country = DE", "attributes_json.location.display.country = Deutschland",
        "attributes_json.location.display.name = maincubes FRA01, Offenbach",
        "attributes_json.location.location.latitude = 50.0988", "attributes_json.location.location.longitude = 8.7725",
        "attributes_json.location.priceMultiplier = 1.1",
        "attributes_json.location.uuid = d3FrA",
    ];

    [Theory, MemberData(nameof(Clis))]
    public async Task Product_FromOrderToTermination(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Hosting());
        var plan = await scenario.PlanAsync();
        plan.Plans(Site, "create");
        Assert.Equal("2.5", plan.After(Site, "quote")!["monthly_gross"]!.ToString());
        await scenario.ApplyPlanAsync();
        await scenario.NothingToDoAsync();
        Assert.Equal(
            (scenario.Server.Uuid, "okay", "example.com"),
            (scenario.Attribute("id", "site"), scenario.Attribute("status", "site"), scenario.Attribute("name", "site")));
        var attributes = JsonNode.Parse(scenario.Attribute("attributes_json", "site")!)!.AsObject();
        Assert.Equal(("example.com", "20"), (attributes["name"]!.ToString(), attributes["options"]!["webspace"]!.ToString()));
        Assert.False(attributes.ContainsKey("payment"), "What changes every hour is noise in every plan.");

        // What concerns the provider alone changes in place; a location written differently is the same one.
        await scenario.AdoptsAsync(Hosting(more: "max_monthly_price = 3\n  period = \"1 Monat\"\n  deletion_protection = true"), Site, "update");
        (await scenario.Write(Hosting("other.example", more: "deletion_protection = true")).RunAsync("plan")).Failed("Protected against deletion", "options");
        (await scenario.RunAsync("destroy", "-auto-approve")).Failed("Protected against deletion", "deletion_protection = false");
        await scenario.AdoptsAsync(Hosting(), Site, "update");
        await scenario.Write(Hosting(location: "kc7aV")).NothingToDoAsync();

        // What it was ordered as makes another product.
        (await scenario.Write(Hosting(location: "Equinix AM5, Amsterdam")).PlanAsync()).Plans(Site, "delete,create");
        (await scenario.Write(Hosting("other.example")).PlanAsync()).Plans(Site, "delete,create");
        await scenario.ApplyPlanAsync();
        await scenario.NothingToDoAsync();
        Assert.Equal("other.example", scenario.Server.Name);
        await scenario.EndAsync(orders: 2);
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Product_ChangedBehindTerraformsBack_IsFoundSo(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Hosting(more: "on_drift = \"repair\""));
        await scenario.ApplyAsync();
        scenario.World.Change(scenario.Server.Uuid, new ProductChange { Name = "renamed", Status = "locked", Price = 3 });
        (await scenario.PlanAsync("-refresh-only"))
            .Finds(Site, "attributes_json.name = renamed", "attributes_json.status = locked", "hourly_price = 0.00417", "monthly_price = 3", "name = renamed",
                "status = locked")
            .Run.Saying("\"locked\"", "renamed");
        (await scenario.PlanAsync()).Plans(Site, "no-op");
        await scenario.ApplyAsync("-refresh-only");
        (await scenario.PlanAsync()).Finds(Site).Plans(Site, "no-op");
        scenario.World.Change(scenario.Server.Uuid, new ProductChange { Location = "d3FrA" });
        (await scenario.PlanAsync()).Finds(Site, ["location = d3FrA", .. Frankfurt]).Plans(Site, "delete,create").Run.Saying("d3FrA", "forces replacement");
        await scenario.ApplyPlanAsync();
        await scenario.NothingToDoAsync();
        Assert.Equal("kc7aV", scenario.Server.Location);

        scenario.World.Delete(scenario.Server.Uuid);
        (await scenario.PlanAsync()).Plans(Site, "create");
        await scenario.ApplyPlanAsync();
        await scenario.EndAsync(orders: 3);
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Product_Imported_IsNeitherChangedNorOrdered(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Hosting());
        await scenario.ApplyAsync();
        (await scenario.RunAsync("state", "rm", Site)).Succeeded();
        scenario.Write(Hosting(null));
        (await scenario.RunAsync("import", Site, scenario.Server.Uuid)).Failed("a slash, and its uuid", "webhosting/lLPgX");
        (await scenario.RunAsync("import", Site, "webhosting/nOsUc")).Failed("Cannot import non-existent remote object");
        (await scenario.RunAsync("import", Site, $"webhosting/{scenario.Server.Uuid}")).Succeeded();
        await scenario.NothingToDoAsync();

        // What it was ordered with cannot be read: the configuration's word is taken for it.
        await scenario.AdoptsAsync(Hosting(), Site, "update");
        (await scenario.Write(Hosting("other.example")).PlanAsync()).Plans(Site, "delete,create");
        await scenario.EndAsync();
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Product_ThatCannotBeOrderedSo_FailsThePlan(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Hosting(more: "max_monthly_price = 1.5"));
        (await scenario.RunAsync("plan")).Failed("Too expensive", "2.50 EUR", "limit of 1.50 EUR");
        (await scenario.Write(Hosting(webspace: 21, php: "5")).RunAsync("plan")).Failed("options[\"webspace\"]", "options[\"php\"]", "PHP 8.1");
        (await scenario.Write(Provider + Block(Site, "  product = \"mainframe\"")).RunAsync("plan"))
            .Failed("Error: No such product", "no order form for \"mainframe\"", "Nothing was ordered");
        Assert.Equal(0, scenario.OrdersPlaced);
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Product_NotDeliveredInTime_IsWaitedForByTheNextApply(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Hosting());
        scenario.World.ScriptOrders(new OrderScript { Status = "checking_domain" });
        var (order, apply) = await scenario.LeaveWaitingAsync();
        apply.Saying("Warning: Not ready yet", "checking_domain", "will not be ordered again");
        Assert.Equal((order, null), (scenario.Attribute("order_id", "site"), scenario.Attribute("id", "site")));
        (await scenario.ApplyAsync(Hosting(more: "timeouts = { create = \"1s\" }"), thenEmpty: false))
            .Saying("Warning: Not ready yet", order, "was not delivered within 1s");
        scenario.World.EndOrder(order);
        await scenario.ApplyAsync();
        await scenario.NothingToDoAsync();
        Assert.Equal(scenario.Server.Uuid, scenario.Attribute("id", "site"));
        await scenario.EndAsync(orders: 1);
    }

    internal static string Hosting(
        string? domain = "example.com", string location = "Skylink, Eygelshoven", int webspace = 20, string php = "8.1", string more = "")
    {
        var options = domain is null ? "" : $"options = {{ domain = \"{domain}\", webspace = {webspace}, php = \"{php}\" }}";
        return Provider + Block(Site, $"  product = \"webhosting\"\n  location = \"{location}\"\n  {options}\n  {more}");
    }
}
