using System.Text.Json.Nodes;
using CoreHarness;
using Dashserv.Provider.Tests.Support;
using Dashserv.Simulator.Faults;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Vservers.Create;

/// <summary>What it will cost: known in the plan, kept by the apply, held to a limit.</summary>
public sealed class VserverPriceTests
{
    // (0.17 + 2 × 0.5 + 4 × 0.35 + 40 × 0.02) × 1.1, for Offenbach costs a tenth more.
    private const decimal Monthly = 3.707m;

    [Fact]
    public async Task Create_Quote_IsKeptAsPlanned()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = world.Vserver();
        var plan = await server.PlanAsync(TestVserver.Config);
        Assert.Equal(
            (Monthly, 0.00515m, 0L, "EUR"), (plan["quote.monthly_gross"], plan["quote.hourly_gross"], plan["quote.setup_gross"], plan["quote.currency"]));
        Assert.Equal(3.00267m, plan["quote.monthly_net"]);
        Assert.Empty((await server.ApplyAsync(plan)).BesidesRestart());
        Assert.Equal(plan.At("quote"), server.At("quote"));
        Assert.Equal((Monthly, 0.00515m), (server["monthly_price"], server["hourly_price"]));
    }

    [Theory]
    [InlineData("max_monthly_price")]
    [InlineData("max_due_today")]
    public async Task Limit_WithMoreDigitsThanADecimalHas_IsTakenAsItIs(string attribute)
    {
        await using var world = await ProviderWorld.StartAsync();
        var third = TfNumberText.Parse("33." + new string('3', 152));
        var server = world.Vserver();
        Assert.Empty(await server.ApplyAsync(TestVserver.Config.With(attribute, third)));
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(TestVserver.Config.With(attribute, third))).Action);
        var error = ProviderWorld.TheError(
            (await world.Vserver().PlanAsync(TestVserver.Config.With(attribute, TfNumberText.Parse("0." + new string('3', 152))))).Diagnostics);
        Assert.Equal(("Too expensive", attribute), (error.Summary, error.Path.ToString()));
        Assert.Contains("over the limit of 0.33333 EUR", error.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(6, true)]
    public async Task Create_LongAfterThePlan_AsksForThePriceAgain(int minutes, bool isAskedAgain)
    {
        var clock = new JumpingClock();
        await using var world = await ProviderWorld.StartAsync(time: clock);
        var server = world.Vserver();
        var plan = await server.PlanAsync(TestVserver.Config);
        world.Simulator.World.ChangeForm("vserver:configure", basePrice: 5m);
        clock.Advance(TimeSpan.FromMinutes(minutes));
        var thrown = await Record.ExceptionAsync(() => server.ApplyAsync(plan));

        // Core plans once more before it applies, and has words of its own for a price that is another by then.
        Assert.Equal(isAskedAgain, thrown is CoreRuleViolationException { Message: var told } && told.Contains("quote", StringComparison.Ordinal));
        Assert.Equal(isAskedAgain ? 0 : 1, world.OrdersPlaced);
    }

    [Fact]
    public async Task Resize_Quote_IsKnownInThePlanAndKept()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        var plan = await server.PlanAsync(TestVserver.Config.With("cores", 4));
        Assert.Equal(Monthly + 1.1m, plan["quote.monthly_gross"]);
        Assert.Empty((await server.ApplyAsync(plan)).BesidesRestart());
        Assert.Equal(plan.At("quote"), server.At("quote"));
        Assert.Equal(Monthly + 1.1m, server["monthly_price"]);
    }

    [Fact]
    public async Task Resize_AsShown_TouchesNothingElse()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        var plan = await server.PlanAsync(TestVserver.Config.With("ram", 8));
        Assert.Equal(new[] { "ram", "status", "monthly_price", "hourly_price", "quote" }.Order(), plan.Changes.Order());
        Assert.Equal((plan["quote.monthly_gross"], plan["quote.hourly_gross"]), (plan["monthly_price"], plan["hourly_price"]));
        Assert.Equal(Restarts.Summary, Assert.Single(plan.Diagnostics).Summary);
    }

    [Theory]
    [InlineData(3.7, true)]
    [InlineData(3.707, false)]
    public async Task Plan_Limit_IsTheHighestPriceAllowed(double limit, bool isTooLow)
    {
        await using var world = await ProviderWorld.StartAsync();
        var plan = await world.Vserver().PlanAsync(TestVserver.Config.With("max_monthly_price", limit));
        Assert.Equal(isTooLow, plan.HasErrors);
        if (isTooLow)
        {
            var error = ProviderWorld.TheError(plan.Diagnostics);
            Assert.Equal(("Too expensive", "max_monthly_price"), (error.Summary, error.Path.ToString()));
            Assert.Contains("3.707 EUR per month including tax, over the limit of 3.70 EUR", error.Detail, StringComparison.Ordinal);
            Assert.Contains("Nothing was ordered", error.Detail, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task DueToday_OverTheLimit_FailsThePlanAndTheApply(bool isRaisedLater)
    {
        await using var world = await ProviderWorld.StartAsync(planChecks: !isRaisedLater);
        var config = TestVserver.Config.With("max_monthly_price", 12).With("max_due_today", 12);
        await world.TamperQuoteAsync(quote => quote["todayPrice"]!["brut"] = 9999);
        var server = world.Vserver();
        var error = ProviderWorld.TheError(isRaisedLater ? await server.ApplyAsync(config) : (await server.PlanAsync(config)).Diagnostics);
        Assert.Equal(("Too expensive", "max_due_today"), (error.Summary, error.Path.ToString()));
        Assert.Contains("9999.00 EUR at once", error.Detail, StringComparison.Ordinal);
        Assert.Equal(0, world.OrdersPlaced);
    }

    [Fact]
    public async Task DueToday_OfTwoMonths_IsInThePlan()
    {
        await using var world = await ProviderWorld.StartAsync(token: "simulator-customer");
        var plan = await world.Vserver().PlanAsync(TestVserver.Config.With("period", "2 Monate"));
        Assert.Equal((Monthly, 2 * Monthly), (plan["quote.monthly_gross"], plan["quote.due_today_gross"]));
    }

    [Theory]
    [InlineData("price", "brut", "-1", "a negative price")]
    [InlineData("setup", "net", "-0.5", "a negative price")]
    [InlineData("todayPrice", "brut", "-3.7", "a negative price")]
    [InlineData("price", "currency", "\"CHF\"", "a price in CHF, and not in EUR")]
    public async Task Quote_ThatCannotBeRight_IsRefusedWhateverTheLimits(string part, string field, string value, string told)
    {
        await using var world = await ProviderWorld.StartAsync();
        await world.TamperQuoteAsync(quote => quote[part]![field] = JsonNode.Parse(value));
        var error = ProviderWorld.TheError((await world.Vserver().PlanAsync(TestVserver.Config)).Diagnostics);
        Assert.Equal(("The quote cannot be right", "product"), (error.Summary, error.Path.ToString()));
        Assert.All([told, "Nothing was ordered"], part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task PlanOfResize_OverTheLimit_Fails()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestVserver.Config.With("max_monthly_price", 4);
        var server = await world.CreateVserverAsync(config);
        var error = ProviderWorld.TheError((await server.PlanAsync(config.With("cores", 4))).Diagnostics);
        Assert.Equal("max_monthly_price", error.Path.ToString());
        Assert.Contains("4.807 EUR", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Apply_NoPlanChecks_StillHoldsTheLimit()
    {
        await using var world = await ProviderWorld.StartAsync(planChecks: false);
        var server = world.Vserver();
        var error = ProviderWorld.TheError(await server.ApplyAsync(TestVserver.Config.With("max_monthly_price", 1)));
        Assert.Equal("max_monthly_price", error.Path.ToString());
        Assert.Equal(0, world.OrdersPlaced);
        Assert.False(server.Exists);
        Assert.Empty(await server.ApplyAsync(TestVserver.Config.With("max_monthly_price", 4)));
        Assert.Equal(Monthly, server["quote.monthly_gross"]);
        ProviderWorld.TheError(await server.ApplyAsync(TestVserver.Config.With("max_monthly_price", 4).With("cores", 4)));
        Assert.Equal(2, world.TheProduct().Cores);
    }

    [Fact]
    public async Task Apply_PriceRisenSinceThePlan_OrdersNothing()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = world.Vserver();
        var plan = await server.PlanAsync(TestVserver.Config);
        await RaisePricesAsync(world);
        var e = await Assert.ThrowsAsync<CoreRuleViolationException>(() => server.ApplyAsync(plan));
        Assert.Contains("inconsistent final plan", e.Message, StringComparison.Ordinal);
        Assert.Equal(0, world.OrdersPlaced);
    }

    [Fact]
    public async Task Apply_PriceRisenAndPlanRemembered_SaysWhatBothAre()
    {
        await using var world = await ProviderWorld.StartAsync(storesPlannedPrivate: true);
        var server = world.Vserver();
        var plan = await server.PlanAsync(TestVserver.Config);
        await RaisePricesAsync(world);
        var error = ProviderWorld.TheError(await server.ApplyAsync(plan));
        Assert.Equal(("The price has changed since the plan", "quote"), (error.Summary, error.Path.ToString()));
        Assert.Contains("3.707 EUR per month and 0.00 EUR once, 3.707 EUR of it at once; the API now asks 14.52 EUR", error.Detail, StringComparison.Ordinal);
        Assert.Contains("Nothing was ordered. Plan again", error.Detail, StringComparison.Ordinal);
        Assert.Equal(0, world.OrdersPlaced);
        Assert.Empty(await server.ApplyAsync(TestVserver.Config));
    }

    [Theory]
    [InlineData("simulator-reseller")]
    [InlineData("simulator-customer")]
    public async Task Prices_LongerPeriod_AreByTheMonth(string token)
    {
        await using var world = await ProviderWorld.StartAsync(token: token);
        var server = await world.CreateVserverAsync(TestVserver.Config.With("period", "3 Monate"));
        Assert.Equal((Monthly, Monthly, 0.00515m), (server["quote.monthly_gross"], server["monthly_price"], server["hourly_price"]));
    }

    [Fact]
    public async Task Plan_PeriodIsQuotedWholeAndNotNamed_IsByTheMonthAllTheSame()
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.Faults.Add(new FaultRule
        {
            Method = "POST",
            Path = "/v1/manage/product/*",
            Body = new Dictionary<string, string?> { ["data[interval]"] = "7JHa3t" },
            Status = 200,
            Text = """{"success":true,"data":{"price":{"net":9.008,"tax":2.113,"brut":11.121},"setup":{"net":0,"tax":0,"brut":0},"period":null}}""",
        });
        var plan = await world.Vserver().PlanAsync(TestVserver.Config.With("period", "3 Monate").With("max_monthly_price", 4));
        Assert.Equal((0, Monthly, 0.00515m), (plan.Diagnostics.Count, plan["quote.monthly_gross"], plan["quote.hourly_gross"]));
    }

    // Plan and apply are two processes, so the second knows nothing of the first one's quotes.
    private static async Task RaisePricesAsync(ProviderWorld world)
    {
        world.Simulator.World.ChangeForm("vserver:configure", basePrice: 10);
        await world.ConfigureAsync();
    }

    [Fact]
    public async Task Plan_TokenThatMayOnlyRead_SaysWhatItLacksAndHowToPlanWithIt()
    {
        await using var world = await ProviderWorld.StartAsync(token: "simulator-readonly");
        var error = ProviderWorld.TheError((await world.Vserver().PlanAsync(TestVserver.Config)).Diagnostics);
        Assert.Equal("No quote for vserver:configure can be had", error.Summary);
        Assert.All(
            ["a quote is sent as an order that is only calculated", "lacks the write permission", "Nothing was ordered",
                "a token that may only read, set plan_checks = false", "DASHSERV_PLAN_CHECKS=false"],
            part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.DoesNotContain("lacks the read permission", error.Detail, StringComparison.Ordinal);
    }
}
