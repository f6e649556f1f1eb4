using CoreHarness;
using Dashserv.Provider.Tests.Vservers;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.DedicatedServers;

/// <summary>A dedicated server's life as a user walks it, and what is told of it.</summary>
public sealed class DedicatedServerLifecycleTests
{
    [Theory]
    [InlineData("template", "278", "create")]
    [InlineData("hostname", "db2.example.com", "create")]
    [InlineData("power_state", "offline", "shutdown")]
    public async Task Lifecycle_WholeCycle_ChangesInPlaceAndEndsWithNothingLeft(string attribute, string value, string operation)
    {
        await using var world = await ProviderWorld.StartAsync();
        var steps = await RunAsync(world, TestDedicatedServer.InPlace, TestDedicatedServer.InPlace.With(attribute, value), readable: TestDedicatedServer.Bare);
        Assert.Equal(["create", operation, "DELETE"], world.Writes());
        Assert.Equal((1, 0), (world.OrdersPlaced, world.Simulator.World.State().Products.Count));
        string[] warned = operation == "create" ? ["plan update", "update"] : [];
        Assert.Equal(warned, steps.Where(s => s.Diagnostics.Count > 0).Select(s => s.Name));
    }

    [Fact]
    public async Task Lifecycle_DeliveredBare_IsInstalledInPlace()
    {
        await using var world = await ProviderWorld.StartAsync();
        await RunAsync(world, TestDedicatedServer.Bare, TestDedicatedServer.InPlace, readable: TestDedicatedServer.Bare);
        Assert.Equal(["create", "DELETE"], world.Writes());
        Assert.Equal((1, 0), (world.OrdersPlaced, world.Simulator.World.State().Products.Count));
    }

    [Theory]
    [InlineData("model", "Fzasc")]
    [InlineData("location", "kc7aV")]
    [InlineData("template", "CentOS 8")]
    [InlineData("hostname", "db2.example.com")]
    public async Task Lifecycle_ReplacingChange_OrdersAnotherAndEndsWithNothingLeft(string attribute, string value)
    {
        await using var world = await ProviderWorld.StartAsync();
        var updated = TestDedicatedServer.Repaired.With(attribute, value);
        var isReadable = attribute is "model" or "location";
        await RunAsync(
            world, TestDedicatedServer.Repaired, updated,
            readable: isReadable ? TestDedicatedServer.Bare.With(attribute, value) : TestDedicatedServer.Bare);
        Assert.Equal(["create", "DELETE", "create", "DELETE"], world.Writes());
        Assert.Equal((2, 0), (world.OrdersPlaced, world.Simulator.World.State().Products.Count));
    }

    [Fact]
    public async Task Lifecycle_OtherOptions_OrdersAnotherAndEndsWithNothingLeft()
    {
        await using var world = await ProviderWorld.StartAsync(TestDedicatedServer.OrdersSystem);
        await RunAsync(
            world, TestDedicatedServer.Optional(TestDedicatedServer.Debian11), TestDedicatedServer.Optional("Debian 10 (Buster)"),
            readable: TestDedicatedServer.Bare);
        Assert.Equal(["DELETE", "DELETE"], world.Writes());
        Assert.Equal(["295", "278"], world.Simulator.World.State().Orders.Select(o => o.Data["os"]));
    }

    [Fact]
    public async Task Plan_OtherOption_ReplacesBecauseOfIt()
    {
        await using var world = await ProviderWorld.StartAsync(TestDedicatedServer.OrdersSystem);
        var server = await world.CreateDedicatedAsync(TestDedicatedServer.Optional(TestDedicatedServer.Debian11));
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(TestDedicatedServer.Optional("295"))).Action);
        var plan = await server.PlanAsync(TestDedicatedServer.Optional("278"));
        Assert.Equal((ChangeAction.Replace, "options"), (plan.Action, Assert.Single(plan.RequiresReplace)));
    }

    [Fact]
    public async Task Create_Computed_TellsWhatTheApiKnows()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateDedicatedAsync();
        var product = world.TheProduct();
        Assert.Equal(
            (product.Uuid, product.Name, "okay", "maincubes FRA01, Offenbach", "DE"),
            (server["id"], server["name"], server["status"], server["location_name"], server["country"]));
        Assert.Equal(
            ("198.19.0.34", 1L, "198.19.0.34"),
            (server["primary_ipv4_address"], (long)((TfSequence)server.At("ipv4_addresses")).Elements.Count, server["ipv4_addresses[0]"]));
        Assert.Equal(("1E:59:E5:28:00:01", TestDedicatedServer.Debian11, 2000L), (server["mac_address"], server["os"], server["bandwidth_mbit"]));
        Assert.Equal((39.27m, 0.05454m), (server["monthly_price"], server["hourly_price"]));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", (string)server["created_at"]!);
        Assert.Equal(Assert.Single(world.Simulator.World.State().Orders).Uuid, server["order_id"]);
    }

    [Fact]
    public async Task Create_Hardware_IsTyped()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateDedicatedAsync();
        Assert.Equal(
            ("Intel Xeon E3-1270v2", 1L, 4L, 8L, 3.5m, 3.9m),
            (server["cpu.name"], server["cpu.amount"], server["cpu.cores"], server["cpu.threads"], server["cpu.base_ghz"], server["cpu.turbo_ghz"]));
        Assert.Equal((32L, "DDR3", "Samsung M391B1G73QH0-YK0 @ 1600 MHz"), (server["ram.amount_gb"], server["ram.type"], server["ram.module"]));
        Assert.Equal(2, ((TfSequence)server.At("disks")).Elements.Count);
        Assert.Equal(("250 GB DC SSD", "SSD", 250L), (server["disks[1].name"], server["disks[1].type"], server["disks[1].capacity_gb"]));
    }

    [Fact]
    public async Task Plan_Create_ShowsTheQuoteAndLeavesTheRestOpen()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = world.Dedicated();
        var plan = await server.PlanAsync(TestDedicatedServer.Config);
        Assert.Equal(
            (39.27m, 0.05454m, 0L, "EUR"), (plan["quote.monthly_gross"], plan["quote.hourly_gross"], plan["quote.setup_gross"], plan["quote.currency"]));
        Assert.All(["id", "order_id", "name", "status", "cpu", "disks", "ipv4_addresses", "os"], name => Assert.True(plan.IsUnknown(name), name));
        Assert.Equal(0, world.OrdersPlaced);
        Assert.Empty(await server.ApplyAsync(plan));
        Assert.Equal(plan.At("quote"), server.At("quote"));
    }

    [Fact]
    public async Task Plan_ChecksOff_AsksTheApiNothing()
    {
        await using var world = await ProviderWorld.StartAsync(planChecks: false);
        var plan = await world.Dedicated().PlanAsync(TestDedicatedServer.Config);
        Assert.True(plan.IsUnknown("quote"));
        Assert.Equal(0, world.Simulator.Journal.Count());
    }

    [Theory]
    [InlineData("39.26", true)]
    [InlineData("39.27", false)]
    public async Task Plan_Limit_IsTheHighestPriceAllowed(string limit, bool isTooLow)
    {
        await using var world = await ProviderWorld.StartAsync();
        var plan = await world.Dedicated().PlanAsync(TestDedicatedServer.Config.With("max_monthly_price", limit));
        Assert.Equal(isTooLow, plan.HasErrors);
        if (isTooLow)
        {
            var error = ProviderWorld.TheError(plan.Diagnostics);
            Assert.Equal("max_monthly_price", error.Path.ToString());
            Assert.Contains("39.27 EUR per month including tax, over the limit of 39.26 EUR", error.Detail, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Apply_PriceRoseSinceThePlan_OrdersNothing()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = world.Dedicated();
        var plan = await server.PlanAsync(TestDedicatedServer.Config);
        world.Simulator.World.ChangeForm("dedicated-server:h5HGC", basePrice: 50);
        await world.ConfigureAsync();
        var violation = await Assert.ThrowsAsync<CoreRuleViolationException>(() => server.ApplyAsync(plan));
        Assert.Contains("inconsistent final plan", violation.Message, StringComparison.Ordinal);
        Assert.Contains(".quote", violation.Message, StringComparison.Ordinal);
        Assert.Equal(0, world.OrdersPlaced);
    }

    [Theory]
    [InlineData("model", "Fzasc", "model")]
    [InlineData("location", "kc7aV", "location")]
    [InlineData("template", "CentOS 8", "template")]
    [InlineData("hostname", "db2.example.com", "hostname")]
    public async Task Plan_ReplacingChange_Replaces(string attribute, string value, string because)
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateDedicatedAsync(TestDedicatedServer.Repaired);
        var plan = await server.PlanAsync(TestDedicatedServer.Repaired.With(attribute, value));
        Assert.Equal(ChangeAction.Replace, plan.Action);
        Assert.Equal([because], plan.RequiresReplace);
        Assert.True(plan["quote.monthly_gross"] is decimal);
    }

    [Theory]
    [InlineData("shutdown_timeout", "5m")]
    [InlineData("force_stop", true)]
    [InlineData("shutdown_before_destroy", true)]
    [InlineData("deletion_protection", true)]
    [InlineData("on_destroy", "abandon")]
    [InlineData("max_monthly_price", 1)]
    [InlineData("on_create_timeout", "fail")]
    [InlineData("on_os_change", "reinstall")]
    [InlineData("on_drift", "repair")]
    [InlineData("period", "3 Monate")]
    [InlineData("power_state", "online")]
    public async Task Apply_ChangeThatConcernsTheProviderAlone_TouchesNothing(string attribute, object value)
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateDedicatedAsync(TestDedicatedServer.Bare);
        var config = TestDedicatedServer.Bare.With(attribute, value);
        var plan = await server.PlanAsync(config);
        Assert.Equal(ChangeAction.Update, plan.Action);
        Assert.Equal([attribute], plan.Changes);
        Assert.Empty(await server.ApplyAsync(plan));
        Assert.Empty(world.Writes());
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(config)).Action);
    }

    [Theory]
    [InlineData("template", "295")]
    [InlineData("template", "debian 11 (bullseye)")]
    [InlineData("template", "Debian-11-Bullseye")]
    [InlineData("hostname", "DB.example.com")]
    [InlineData("location", "d3FrA")]
    [InlineData("location", "Deutschland")]
    [InlineData("location", "maincubes FRA01, Offenbach")]
    public async Task Plan_OtherWording_IsNoChange(string attribute, string value)
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateDedicatedAsync();
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(TestDedicatedServer.Config.With(attribute, value))).Action);
    }

    [Fact]
    public async Task Create_WrittenDifferently_KeepsTheUsersWords()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestDedicatedServer.Config.With("template", "295").With("location", "Deutschland");
        var server = await world.CreateDedicatedAsync(config);
        Assert.Equal(("295", "Deutschland", TestDedicatedServer.Debian11), (server["template"], server["location"], server["os"]));
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(config)).Action);
    }

    private static Task<IReadOnlyList<LifecycleStep>> RunAsync(ProviderWorld world, Config config, Config updated, Config readable) =>
        world.Core.CheckLifecycleAsync(TestDedicatedServer.Type, config, updated, s => (string)s["id"]!, new Adoption(readable, () => world.Writes().Count));
}
