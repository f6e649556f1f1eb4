using CoreHarness;
using Dashserv.Provider.Tests.Support;
using Dashserv.Provider.Tests.Vservers;
using Dashserv.Simulator;
using Dashserv.Simulator.Faults;
using Dashserv.Simulator.Orders;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Products;

/// <summary>What can go wrong with a product, in a user's words.</summary>
public sealed class ProductFailureTests
{
    private static readonly FaultRule AnOrder =
        new() { Method = "POST", Path = "/v1/manage/product/*", Body = new Dictionary<string, string?> { ["calculate"] = null } };

    [Fact]
    public async Task Plan_UnknownProduct_SaysWhatIsSold()
    {
        await using var world = await ProviderWorld.StartAsync();
        var error = ProviderWorld.TheError((await world.Product().PlanAsync(Config.Of(("product", "toaster")))).Diagnostics);
        Assert.Equal(("No such product", "product"), (error.Summary, error.Path.ToString()));
        Assert.All(
            ["\"toaster\"", "webhosting", "vserver:configure", "dedicated-server:MODEL", "Nothing was ordered"],
            part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("php", "5", "\"PHP 8.1 (8.1)\", \"PHP 7.4 (7.4)\"")]
    [InlineData("webspace", "11", "10 to 100 GB in steps of 5")]
    [InlineData("webspace", "1000", "10 to 100 GB in steps of 5")]
    [InlineData("webspace", "much", "not a number")]
    [InlineData("ssl", "yes", "\"domain\", \"webspace\", \"php\"")]
    public async Task Plan_WrongOption_SaysWhatIsAllowedOnIt(string option, string value, string allowed)
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestProduct.Bare.With("options", TestProduct.Options.With(option, value));
        var error = ProviderWorld.TheError((await world.Product().PlanAsync(config)).Diagnostics);
        Assert.Equal($"options[\"{option}\"]", error.Path.ToString());
        Assert.Contains(allowed, error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_TextLeftOut_IsDemandedBeforeAnythingIsOrdered()
    {
        await using var world = await ProviderWorld.StartAsync();
        var error = ProviderWorld.TheError((await world.Product().PlanAsync(TestProduct.Bare)).Diagnostics);
        Assert.Equal(("domain is needed", "options"), (error.Summary, error.Path.ToString()));
        Assert.Contains("domain = \"\"", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_TextGivenEmpty_IsSentSo()
    {
        await using var world = await ProviderWorld.StartAsync();
        var error = ProviderWorld.TheError(await world.Product().ApplyAsync(TestProduct.Bare.With("options", TestProduct.Options.With("domain", ""))));
        Assert.Equal(("The order of webhosting was refused", "options[\"domain\"]"), (error.Summary, error.Path.ToString()));
        Assert.All(["empty_field:domain", "Nothing was ordered"], part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, "A location is needed")]
    [InlineData("Atlantis", "No such location")]
    [InlineData("NL", "Ambiguous location")]
    public async Task Plan_Location_ListsThePlaces(string? location, string summary)
    {
        await using var world = await ProviderWorld.StartAsync();
        var error = ProviderWorld.TheError((await world.Product().PlanAsync(TestProduct.Config.With("location", location))).Diagnostics);
        Assert.Equal((summary, "location"), (error.Summary, error.Path.ToString()));
        Assert.Contains("maincubes FRA01, Offenbach (d3FrA, DE)", error.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(422, """{"success":false,"data":{"field":"webspace","value":"20","msg":"number_out_of_range"}}""", "options[\"webspace\"]", "number_out_of_range")]
    [InlineData(422, """{"success":false,"data":"empty_field:contact"}""", "options", "empty_field:contact")]
    [InlineData(412, """{"success":false,"data":"Die Domain ist bereits vergeben."}""", "", "Die Domain ist bereits vergeben.")]
    [InlineData(403, """{"success":false,"data":"forbidden"}""", "", "write permission")]
    public async Task Create_Refused_SaysThatNothingWasOrdered(int status, string text, string attribute, string told)
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.Faults.Add(AnOrder with { Status = status, Text = text });
        var product = world.Product();
        var error = ProviderWorld.TheError(await product.ApplyAsync(TestProduct.Config));
        Assert.Equal(attribute, error.Path.ToString());
        Assert.All([told, "Nothing was ordered"], part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.False(product.Exists);
    }

    [Theory]
    [InlineData("error", "DNS kaputt", "The order failed", "with the status \"error\": DNS kaputt. No product was delivered")]
    [InlineData("cancelled", null, "The order was cancelled", "with the status \"cancelled\". No product was delivered")]
    public async Task Create_OrderFails_SaysWhy(string status, string? reason, string summary, string told)
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.World.ScriptOrders(new OrderScript { Status = status, StatusData = reason });
        var product = world.Product();
        var error = ProviderWorld.TheError(await product.ApplyAsync(TestProduct.Config));
        Assert.Equal((summary, ""), (error.Summary, error.Path.ToString()));
        Assert.All([told, "charged", "customer panel", "The next apply orders anew"], part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.False(product.Exists);
    }

    [Fact]
    public async Task Create_HardwareIsAwaited_SaysSo()
    {
        await using var world = await ProviderWorld.StartAsync(time: new JumpingClock());
        world.Simulator.World.ScriptOrders(new OrderScript { Status = "wait_for_host" });
        var product = world.Product();
        var warning = Assert.Single(await product.ApplyAsync(TestProduct.Config.With("timeouts", Config.Of(("create", "1m")))));
        Assert.Equal((Severity.Warning, "Not ready yet", "wait_for_host"), (warning.Severity, warning.Summary, product["status"]));
        Assert.All(
            ["(status: wait_for_host)", "not delivered within 1m", "may already cost money", "will not be ordered again", "Apply again to go on waiting"],
            part => Assert.Contains(part, warning.Detail, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("error", "DNS kaputt", "with the status \"error\": DNS kaputt. There is no product")]
    [InlineData("cancelled", null, "with the status \"cancelled\". There is no product")]
    public async Task Refresh_OrderCameToNothing_IsDroppedWithAWarning(string status, string? reason, string told)
    {
        await using var world = await TestVserver.StartSlowAsync();
        var product = world.Product();
        await product.ApplyAsync(TestProduct.Config.With("timeouts", Config.Of(("create", "1m"))));
        world.Simulator.World.EndOrder((string)product["order_id"]!, status, reason);
        var warning = Assert.Single(await product.RefreshAsync());
        Assert.Equal((Severity.Warning, "The order came to nothing"), (warning.Severity, warning.Summary));
        Assert.All([told, "dropped from the state", "the next apply orders anew"], part => Assert.Contains(part, warning.Detail, StringComparison.Ordinal));
        Assert.False(product.Exists);
    }

    [Fact]
    public async Task Create_NotDeliveredInTime_IsResumed()
    {
        await using var world = await ProviderWorld.StartAsync(
            new SimulatorOptions { DeploymentTime = TimeSpan.FromHours(1), ProductUuidAfter = TimeSpan.FromHours(1) }, time: new JumpingClock());
        var product = world.Product();
        var warning = Assert.Single(await product.ApplyAsync(TestProduct.Config.With("timeouts", Config.Of(("create", "1m")))));
        Assert.Equal((Severity.Warning, false), (warning.Severity, product.Tainted));
        var plan = await product.PlanAsync(TestProduct.Config);
        Assert.Equal((ChangeAction.Update, true, true), (plan.Action, plan.IsUnknown("id"), plan.IsUnknown("attributes_json")));
        world.Simulator.World.EndOrder((string)product["order_id"]!);
        Assert.Empty(await product.ApplyAsync(plan));
        Assert.Equal((world.TheProduct().Uuid, 1), (product["id"], world.OrdersPlaced));
        Assert.Equal(ChangeAction.NoOp, (await product.PlanAsync(TestProduct.Config)).Action);
    }

    [Fact]
    public async Task Create_AnswerLostAfterTheEffect_AdoptsTheProduct()
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.Faults.Add(AnOrder with { Cut = CutMoment.After });
        var product = world.Product();
        Assert.DoesNotContain(await product.ApplyAsync(TestProduct.Config), d => d.Severity == Severity.Error);
        Assert.Equal((world.TheProduct().Uuid, 1), (product["id"], world.OrdersPlaced));
    }

    [Fact]
    public async Task Create_AnswerLostBeforeTheEffect_IsNotSentAgain()
    {
        await using var world = await ProviderWorld.StartAsync(time: new JumpingClock());
        world.Simulator.Faults.Add(AnOrder with { Cut = CutMoment.Before });
        var error = ProviderWorld.TheError(await world.Product().ApplyAsync(TestProduct.Config));
        Assert.Contains("not sent a second time", error.Detail, StringComparison.Ordinal);
        Assert.Equal(0, world.OrdersPlaced);
    }

    [Fact]
    public async Task Create_AnswerLostAndTwoCandidates_ListsImportsByProductAndUuid()
    {
        await using var world = await ProviderWorld.StartAsync(new SimulatorOptions { DeploymentTime = TimeSpan.Zero, ProductUuidAfter = TimeSpan.Zero });
        world.Simulator.Faults.Add(AnOrder with { Cut = CutMoment.After });
        world.Simulator.Faults.Add(new FaultRule { Method = "GET", Path = "/v1/product/webhosting", Skip = 1, Times = 0, Status = 500 });
        var applying = world.Product().ApplyAsync(TestProduct.Config);
        await world.UntilAsync(applying, () => world.OrdersPlaced > 0);
        await world.OrderTheSameAsync();
        world.Simulator.Faults.Clear();
        var error = ProviderWorld.TheError(await applying);
        Assert.All(
            world.Simulator.World.State().Products,
            p => Assert.Contains($"to = dashserv_product.NAME\n  id = \"webhosting/{p.Uuid}\"", error.Detail, StringComparison.Ordinal));
        Assert.Contains("EUR per hour", error.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(NotGone.Answers), MemberType = typeof(NotGone))]
    public async Task Refresh_AnyOtherFailure_IsAnErrorAndChangesNothing(int status, string text, string told)
    {
        await using var world = await ProviderWorld.StartAsync();
        var product = await world.CreateProductAsync();
        var before = product.State;
        world.AnswerReads(status, text);
        Assert.Contains(told, ProviderWorld.TheError(await product.RefreshAsync()).Detail, StringComparison.Ordinal);
        Assert.Equal(before, product.State);
    }

    [Fact]
    public async Task Refresh_Gone_IsDropped()
    {
        await using var world = await ProviderWorld.StartAsync();
        var product = await world.CreateProductAsync();
        world.Simulator.World.Delete((string)product["id"]!);
        Assert.Equal(ChangeAction.Create, (await product.PlanAsync(TestProduct.Config)).Action);
    }

    [Fact]
    public async Task Destroy_OrdinaryCustomer_SaysThatItStillRunsAndCosts()
    {
        await using var world = await ProviderWorld.StartAsync(token: "simulator-customer");
        var product = await world.CreateProductAsync();
        var error = ProviderWorld.TheError(await product.DestroyAsync());
        Assert.Equal("The product was not terminated", error.Summary);
        Assert.All(["still costs money", "reseller", (string)product["id"]!], part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.True(product.Exists);
    }

    [Fact]
    public async Task Destroy_Abandoned_NamesTheCost()
    {
        await using var world = await ProviderWorld.StartAsync();
        var product = await world.CreateProductAsync(TestProduct.Config.With("on_destroy", "abandon"));
        Assert.Contains("2.75 EUR per month", Assert.Single(await product.DestroyAsync()).Detail, StringComparison.Ordinal);
        Assert.Single(world.Simulator.World.State().Products);
    }

    [Fact]
    public async Task Protection_DestroyAndReplace_FailInThePlan()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestProduct.Config.With("deletion_protection", true);
        var product = await world.CreateProductAsync(config);
        Assert.Equal("deletion_protection", ProviderWorld.TheError((await product.PlanDestroyAsync()).Diagnostics).Path.ToString());
        Assert.Equal("deletion_protection", ProviderWorld.TheError((await product.PlanAsync(config.With("location", "kc7aV"))).Diagnostics).Path.ToString());
    }
}
