using CoreHarness;
using Dashserv.Provider.Tests.Support;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Vservers.Change;

/// <summary>A server that runs where, or for as long as, nothing is sold any more: it can be changed all the same.</summary>
public sealed class VserverWithdrawnTests
{
    private const string Form = "manage/product/vserver:configure";

    [Fact]
    public async Task Resize_LocationWithdrawn_WarnsThatThePriceIsNotKnown()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        await WithdrawLocationAsync(world);
        var plan = await server.PlanAsync(TestVserver.Config.With("cores", 4));
        var warning = Assert.Single(plan.Diagnostics.BesidesRestart());
        Assert.Equal((Severity.Warning, "The price is not known", "quote"), (warning.Severity, warning.Summary, warning.Path.ToString()));
        Assert.All(["DE", "The server stays where it is"], part => Assert.Contains(part, warning.Detail, StringComparison.Ordinal));
        Assert.True(plan.IsUnknown("quote"));
        Assert.DoesNotContain(await server.ApplyAsync(plan), d => d.Severity == Severity.Error);
        Assert.Equal((4, 4L, null), (world.TheProduct().Cores, server["cores"], server["quote"]));
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(TestVserver.Config.With("cores", 4))).Action);
    }

    [Fact]
    public async Task Resize_LocationWithdrawnAndLimitSet_IsNotDoneAtAnyPrice()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestVserver.Config.With("max_monthly_price", 50);
        var server = await world.CreateVserverAsync(config);
        await WithdrawLocationAsync(world);
        var error = ProviderWorld.TheError(await server.ApplyAsync(config.With("cores", 4)));
        Assert.Equal(("The limit cannot be checked", "max_monthly_price"), (error.Summary, error.Path.ToString()));
        Assert.All(["50.00 EUR", "Nothing was changed", "leave max_monthly_price out"], part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.Equal((2, 2L), (world.TheProduct().Cores, server["cores"]));
    }

    [Fact]
    public async Task Resize_PeriodWithdrawn_IsPricedByTheFormsOwn()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestVserver.Config.With("period", "3 Monate");
        var server = await world.CreateVserverAsync(config);
        await world.TamperAsync(Form, form =>
        {
            var periods = form["pricing"]!["periods"]!.AsArray();
            periods.RemoveAt(periods.Count - 1);
        });
        await world.ConfigureAsync();
        var plan = await server.PlanAsync(config.With("cores", 4));
        Assert.Equal((0, 4.807m), (plan.Diagnostics.BesidesRestart().Count(), plan["quote.monthly_gross"]));
        Assert.Empty((await server.ApplyAsync(plan)).BesidesRestart());
    }

    [Fact]
    public async Task Plan_LocationWithdrawn_OrdersNoNewServerThere()
    {
        await using var world = await ProviderWorld.StartAsync();
        await WithdrawLocationAsync(world);
        Assert.Equal("No such location", ProviderWorld.TheError((await world.Vserver().PlanAsync(TestVserver.Config)).Diagnostics).Summary);
    }

    private static async Task WithdrawLocationAsync(ProviderWorld world)
    {
        await world.TamperAsync(Form, form =>
        {
            var locations = form["locations"]!.AsArray();
            locations.Remove(locations.First(l => (string)l!["country"]! == "DE"));
        });
        await world.ConfigureAsync();
    }
}
