using static CliHarness.Config;

namespace Dashserv.Acceptance.Tests.Scenarios;

/// <summary>What each change of a generic product's arguments does: another product, or nothing at all.</summary>
public sealed class ProductChangeTests : AcceptanceTest
{
    private const string Site = "dashserv_product.site";

    [Theory, MemberData(nameof(Clis))]
    public async Task PackageOrProduct_Changed_MakesAnotherProduct(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Package("S"));
        await scenario.ApplyAsync();
        await scenario.NothingToDoAsync();
        Assert.Equal(("webhosting", "1.9"), (scenario.Server.Product, scenario.Attribute("monthly_price", "site")));
        await scenario.Write(Package("s", "php 8.1")).NothingToDoAsync();

        var plan = (await scenario.Write(Package("M")).PlanAsync()).Plans(Site, "delete,create");
        Assert.Equal(["package"], plan.ReplacedBecauseOf(Site));
        await scenario.ApplyPlanAsync();
        await scenario.NothingToDoAsync();
        Assert.Equal("3.9", scenario.Attribute("monthly_price", "site"));

        plan = (await scenario.Write(ProductTests.Hosting()).PlanAsync()).Plans(Site, "delete,create");
        Assert.Equal(["options", "package", "product"], plan.ReplacedBecauseOf(Site));
        await scenario.ApplyPlanAsync();
        await scenario.NothingToDoAsync();
        Assert.Equal(("webhosting", "example.com"), (scenario.Server.Product, scenario.Server.Name));
        await scenario.EndAsync(orders: 3);
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Settings_OfTheProviderAlone_ChangeInPlaceWithoutACall(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, ProductTests.Hosting());
        await scenario.ApplyAsync();
        await scenario.Write(ProductTests.Hosting(php: "php 8.1")).NothingToDoAsync();
        await scenario.AdoptsAsync(ProductTests.Hosting(more: "on_create_timeout = \"fail\""), Site, "update");
        await scenario.AdoptsAsync(ProductTests.Hosting(more: "timeouts = { create = \"1h\", delete = \"1h\" }"), Site, "update");
        await scenario.AdoptsAsync(ProductTests.Hosting(more: "on_destroy = \"abandon\""), Site, "update");

        var id = scenario.Server.Uuid;
        (await scenario.RunAsync("destroy", "-auto-approve")).Succeeded()
            .Saying("Warning: A product goes on running, and costing money", "0.00347 EUR per hour", "2.50 EUR per month", id);
        Assert.Empty(scenario.Writes);
        Assert.Equal(("[]", id), (scenario.StateOfResources(), scenario.Server.Uuid));
        scenario.World.Delete(id);
        scenario.NothingIsLeft(orders: 1);
    }

    private static string Package(string name, string php = "8.1") => Provider + Block(
        Site,
        $"  product = \"webhosting:packages\"\n  package = \"{name}\"\n  location = \"kc7aV\"\n  options = {{ php = \"{php}\", domain = \"example.com\" }}");
}
