using System.Text.Json.Nodes;
using CoreHarness;
using Dashserv.Provider.Tests.Support;
using Dashserv.Provider.Tests.Vservers;
using Dashserv.Simulator.Control;

namespace Dashserv.Provider.Tests.Products;

/// <summary>A product's life through nothing but the calls that every product has.</summary>
public sealed class ProductLifecycleTests
{
    [Theory]
    [InlineData("max_monthly_price", 5)]
    [InlineData("on_create_timeout", "fail")]
    [InlineData("period", "3 Monate")]
    public async Task Lifecycle_WholeCycle_ChangesInPlaceAndEndsWithNothingLeft(string attribute, object value)
    {
        await using var world = await ProviderWorld.StartAsync();
        await RunAsync(world, TestProduct.Config, TestProduct.Config.With(attribute, value), TestProduct.Bare);
        Assert.Equal(["DELETE"], world.Writes());
        Assert.Equal((1, 0), (world.OrdersPlaced, world.Simulator.World.State().Products.Count));
    }

    public static TheoryData<Config, Config> Replacing => new()
    {
        { TestProduct.Config, TestProduct.Config.With("options", TestProduct.Options.With("php", "7.4")) },
        { TestProduct.Config, TestProduct.Config.With("location", "kc7aV") },
        { TestProduct.Config, TestProduct.Packaged },
        { TestProduct.Packaged, TestProduct.Packaged.With("package", "M") },
    };

    [Theory]
    [MemberData(nameof(Replacing))]
    public async Task Lifecycle_ReplacingChange_OrdersAnotherAndEndsWithNothingLeft(Config config, Config updated)
    {
        await using var world = await ProviderWorld.StartAsync();
        await RunAsync(world, config, updated, readable: updated.Without("options").Without("package"));
        Assert.Equal(["DELETE", "DELETE"], world.Writes());
        Assert.Equal((2, 0), (world.OrdersPlaced, world.Simulator.World.State().Products.Count));
    }

    [Fact]
    public async Task Create_Options_AreOrderedAsTheFormTakesThem()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server =
            await world.CreateProductAsync(TestProduct.Bare.With("options", Config.Of(("domain", "example.com"), ("webspace", "20"), ("php", "PHP 7.4"))));
        Assert.Equal(
            ("example.com", "20", "7.4", "d3FrA"),
            (world.TheOrder()["domain"], world.TheOrder()["webspace"], world.TheOrder()["php"], world.TheOrder()["location"]));
        Assert.Equal((world.TheProduct().Uuid, "example.com", "okay"), (server["id"], server["name"], server["status"]));
        // (1.5 + 20 × 0.05 + 1) × 1.1
        Assert.Equal((3.85m, 3.85m, 0.00535m), (server["quote.monthly_gross"], server["monthly_price"], server["hourly_price"]));
    }

    [Fact]
    public async Task Plan_Quote_IsKnownAndKept()
    {
        await using var world = await ProviderWorld.StartAsync();
        var product = world.Product();
        var plan = await product.PlanAsync(TestProduct.Config);
        Assert.Equal((2.75m, 0), (plan["quote.monthly_gross"], world.OrdersPlaced));
        Assert.Empty(await product.ApplyAsync(plan));
        Assert.Equal(plan.At("quote"), product.At("quote"));
    }

    [Fact]
    public async Task Plan_OverTheLimit_Fails()
    {
        await using var world = await ProviderWorld.StartAsync();
        var error = ProviderWorld.TheError((await world.Product().PlanAsync(TestProduct.Config.With("max_monthly_price", 2.5))).Diagnostics);
        Assert.Equal("max_monthly_price", error.Path.ToString());
        Assert.Contains("2.75 EUR", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AttributesJson_HoldsWhatTheApiSaysButWhatMoves()
    {
        await using var world = await ProviderWorld.StartAsync();
        var product = await world.CreateProductAsync();
        var before = product.Value;
        var json = JsonNode.Parse((string)product["attributes_json"]!)!;
        Assert.Equal(("20", "d3FrA", null), ((string)json["options"]!["webspace"]!, (string)json["location"]!["uuid"]!, json["payment"]));
        await world.TamperAsync($"product/webhosting/{product["id"]}", data =>
        {
            data["payment"]!["hourly"]!["price"]!["hours"] = 731;
            data["payment"]!["hourly"]!["price"]!["current"] = 2.9;
        });
        Assert.Equal(ChangeAction.NoOp, (await product.PlanAsync(TestProduct.Config)).Action);
        Assert.Equal(before, product.Value);
    }

    [Theory]
    [InlineData("domain", "example.org")]
    [InlineData("webspace", "25")]
    [InlineData("php", "7.4")]
    public async Task Plan_OtherOption_Replaces(string option, string value)
    {
        await using var world = await ProviderWorld.StartAsync();
        var product = await world.CreateProductAsync();
        var plan = await product.PlanAsync(TestProduct.Bare.With("options", TestProduct.Options.With(option, value)));
        Assert.Equal(ChangeAction.Replace, plan.Action);
        Assert.Equal(["options"], plan.RequiresReplace);
        Assert.Empty(await product.ApplyAsync(plan));
        Assert.Equal((2, 1), (world.OrdersPlaced, world.Simulator.World.State().Products.Count));
    }

    [Fact]
    public async Task Plan_OtherLocation_Replaces()
    {
        await using var world = await ProviderWorld.StartAsync();
        var product = await world.CreateProductAsync();
        var plan = await product.PlanAsync(TestProduct.Config.With("location", "kc7aV"));
        Assert.Equal((ChangeAction.Replace, "location"), (plan.Action, Assert.Single(plan.RequiresReplace)));
    }

    [Fact]
    public async Task Plan_OtherPackage_Replaces()
    {
        await using var world = await ProviderWorld.StartAsync();
        var product = await world.CreateProductAsync(TestProduct.Packaged);
        var plan = await product.PlanAsync(TestProduct.Packaged.With("package", "M"));
        Assert.Equal((ChangeAction.Replace, "package"), (plan.Action, Assert.Single(plan.RequiresReplace)));
        Assert.Empty(await product.ApplyAsync(plan));
        Assert.Equal((2, 3.9m), (world.OrdersPlaced, decimal.Round(world.TheProduct().MonthlyPrice / 1.1m, 4)));
    }

    [Fact]
    public async Task Plan_OtherProduct_Replaces()
    {
        await using var world = await ProviderWorld.StartAsync();
        var product = await world.CreateProductAsync();
        var plan = await product.PlanAsync(TestProduct.Packaged);
        Assert.Equal((ChangeAction.Replace, "product"), (plan.Action, plan.RequiresReplace.FirstOrDefault(r => r == "product")));
        Assert.Empty(await product.ApplyAsync(plan));
        Assert.Equal(("webhosting:packages", world.TheProduct().Uuid, 2), (product["product"], product["id"], world.OrdersPlaced));
    }

    [Theory]
    [InlineData("location", "d3FrA")]
    [InlineData("location", "Deutschland")]
    [InlineData("location", "maincubes FRA01, Offenbach")]
    [InlineData("php", "PHP 8.1")]
    [InlineData("php", "php 8.1")]
    [InlineData("webspace", "20.0")]
    public async Task Plan_OtherWording_IsNoChange(string attribute, string value)
    {
        await using var world = await ProviderWorld.StartAsync();
        var product = await world.CreateProductAsync();
        var config =
            attribute == "location" ? TestProduct.Config.With(attribute, value) : TestProduct.Bare.With("options", TestProduct.Options.With(attribute, value));
        Assert.Equal(ChangeAction.NoOp, (await product.PlanAsync(config)).Action);
    }

    [Theory]
    [InlineData("deletion_protection", true)]
    [InlineData("on_destroy", "abandon")]
    [InlineData("max_monthly_price", 1)]
    [InlineData("on_create_timeout", "fail")]
    [InlineData("period", "3 Monate")]
    public async Task Apply_ChangeThatConcernsTheProviderAlone_TouchesNothing(string attribute, object value)
    {
        await using var world = await ProviderWorld.StartAsync();
        var product = await world.CreateProductAsync();
        var plan = await product.PlanAsync(TestProduct.Config.With(attribute, value));
        Assert.Equal(ChangeAction.Update, plan.Action);
        Assert.Equal([attribute], plan.Changes);
        Assert.Empty(await product.ApplyAsync(plan));
        Assert.Empty(world.Writes());
    }

    [Theory]
    [InlineData("name", "example.org")]
    [InlineData("status", "locked")]
    [InlineData("monthly_price", 9L)]
    [InlineData("hourly_price", 0.0125)]
    [InlineData("location", "kc7aV")]
    public async Task Refresh_Drift_IsReadAndOnlyArgumentsPlanAChange(string attribute, object live)
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestProduct.Config.With("on_drift", "repair");
        var product = await world.CreateAsync(TestProduct.Type, config);
        world.Change(product, attribute switch
        {
            "name" => new ProductChange { Name = "example.org" },
            "status" => new ProductChange { Status = "locked" },
            "location" => new ProductChange { Location = "kc7aV" },
            _ => new ProductChange { Price = 9 },
        });
        var json = product["attributes_json"];
        var plan = await product.PlanAsync(config);
        Assert.Equal(attribute == "location" ? ChangeAction.Replace : ChangeAction.NoOp, plan.Action);
        Assert.Equal(live is double number ? (decimal)number : live, product[attribute]);
        Assert.Equal(attribute.EndsWith("price", StringComparison.Ordinal), json!.Equals(product["attributes_json"]));
    }

    [Fact]
    public async Task Import_ByProductAndUuid_PlansNothing()
    {
        await using var world = await ProviderWorld.StartAsync();
        var product = await world.CreateProductAsync();
        var imported = world.Core.Resource(TestProduct.Type, "imported");
        Assert.Empty(await imported.ImportAsync($"webhosting/{product["id"]}"));
        Assert.Equal(ChangeAction.NoOp, (await imported.PlanAsync(TestProduct.Bare)).Action);
        Assert.Equal(("webhosting", "d3FrA", null), (imported["product"], imported["location"], imported["order_id"]));
    }

    [Fact]
    public async Task Import_WithOptions_AdoptsThemWithoutACall()
    {
        await using var world = await ProviderWorld.StartAsync();
        var product = await world.CreateProductAsync();
        var imported = world.Core.Resource(TestProduct.Type, "imported");
        await imported.ImportAsync($"webhosting/{product["id"]}");
        var plan = await imported.PlanAsync(TestProduct.Config);
        Assert.Equal((ChangeAction.Update, "options"), (plan.Action, Assert.Single(plan.Changes)));
        Assert.Empty(await imported.ApplyAsync(plan));
        Assert.Empty(world.Writes());
        Assert.Equal(ChangeAction.NoOp, (await imported.PlanAsync(TestProduct.Config)).Action);
        Assert.Equal(ChangeAction.Replace, (await imported.PlanAsync(TestProduct.Bare.With("options", TestProduct.Options.With("php", "7.4")))).Action);
    }

    [Theory]
    [InlineData("lLPgX")]
    [InlineData("webhosting/")]
    [InlineData("/lLPgX")]
    [InlineData("webhosting/lLPgX/more")]
    public async Task Import_BadId_ShowsAnExample(string id)
    {
        await using var world = await ProviderWorld.StartAsync();
        var error = ProviderWorld.TheError(await world.Product().ImportAsync(id));
        Assert.All([$"\"{id}\"", "\"webhosting/lLPgX\""], part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("vserver", "dashserv_vserver")]
    [InlineData("vserver:configure", "dashserv_vserver")]
    [InlineData("VServer", "dashserv_vserver")]
    [InlineData("dedicated-server:h5HGC", "dashserv_dedicated_server")]
    public async Task Product_WithAResourceOfItsOwn_IsRefusedByItsName(string product, string resource)
    {
        await using var world = await ProviderWorld.StartAsync();
        var told = ProviderWorld.TheError(await world.Core.ValidateResourceAsync(TestProduct.Type, Config.Of(("product", product), ("location", "DE"))));
        Assert.Equal("product", told.Path.ToString());
        var imported = ProviderWorld.TheError(await world.Core.Resource(TestProduct.Type, "imported").ImportAsync($"{product}/lLPgX"));
        Assert.All([told, imported], d => Assert.Contains($"use {resource}", d.Detail, StringComparison.Ordinal));
    }

    private static Task<IReadOnlyList<LifecycleStep>> RunAsync(ProviderWorld world, Config config, Config updated, Config readable) =>
        world.Core.CheckLifecycleAsync(
        TestProduct.Type, config, updated, s => $"{s["product"]}/{s["id"]}", new Adoption(readable, () => world.Writes().Count));
}
