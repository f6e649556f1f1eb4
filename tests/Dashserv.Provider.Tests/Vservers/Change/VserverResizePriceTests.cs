using CoreHarness;
using Dashserv.Provider.Tests.Support;
using Dashserv.Simulator;
using Dashserv.Simulator.Forms;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Vservers.Change;

/// <summary>What a resize costs is asked of today's form, which may ask for more, or less, than the one the server was ordered with.</summary>
public sealed class VserverResizePriceTests
{
    private const string Product = "vserver:configure";

    private static readonly SimulatorOptions ManyOptions = TestVserver.Swift with { FormStyle = FormStyle.C };

    [Fact]
    public async Task Resize_FormAsksForATextSince_NeedsNone()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        world.Simulator.World.AddOption(Product, "comment");
        await world.ConfigureAsync();
        var plan = await server.PlanAsync(TestVserver.Config.With("cores", 4));
        Assert.Equal((0, 4.807m), (plan.Diagnostics.BesidesRestart().Count(), plan["quote.monthly_gross"]));
        Assert.Empty((await server.ApplyAsync(plan)).BesidesRestart());
        Assert.Equal((4, 1), (world.TheProduct().Cores, world.OrdersPlaced));
    }

    [Fact]
    public async Task Plan_FormAsksForATextOnCreate_IsDemanded()
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.World.AddOption(Product, "comment");
        Assert.Equal("comment is needed", ProviderWorld.TheError((await world.Vserver().PlanAsync(TestVserver.Config)).Diagnostics).Summary);
    }

    [Fact]
    public async Task Resize_SizeWasOrderedInOptions_IsPricedByTheAttribute()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestVserver.Config.Without("cores").With("options", Config.Of(("cpu", "2")));
        var server = await world.CreateVserverAsync(config);
        var plan = await server.PlanAsync(config.With("cores", 4));
        Assert.Equal((ChangeAction.Update, 0, 4.807m), (plan.Action, plan.Diagnostics.BesidesRestart().Count(), plan["quote.monthly_gross"]));
        Assert.Empty((await server.ApplyAsync(plan)).BesidesRestart());
        Assert.Equal(4, world.TheProduct().Cores);
    }

    [Fact]
    public async Task Resize_FormsOwnNameForTheSize_WarnsThatThePriceIsNotKnown()
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.World.RenameOption(Product, "cpu", "compute_units");
        var config = TestVserver.Config.Without("cores").With("options", Config.Of(("compute_units", "2")));
        var server = await world.CreateVserverAsync(config);
        var plan = await server.PlanAsync(config.With("cores", 4));
        CheckWarning(plan, "has no option that is known to mean cores");
        Assert.DoesNotContain(await server.ApplyAsync(plan), d => d.Severity == Severity.Error);
        Assert.Equal((4, 4L), (world.TheProduct().Cores, server["cores"]));
    }

    [Fact]
    public async Task Resize_FormsOwnNameForTheSizeAndLimitSet_IsNotDoneAtAnyPrice()
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.World.RenameOption(Product, "cpu", "compute_units");
        var config = TestVserver.Config.Without("cores").With("options", Config.Of(("compute_units", "2"))).With("max_monthly_price", 50);
        var server = await world.CreateVserverAsync(config);
        Assert.Equal("The limit cannot be checked", ProviderWorld.TheError(await server.ApplyAsync(config.With("cores", 4))).Summary);
        Assert.Equal(2, world.TheProduct().Cores);
    }

    [Theory]
    [InlineData(false, "has no traffic \"5 TB Traffic\"")]
    [InlineData(true, "has no option \"traffic\" any more")]
    public async Task Resize_OptionNotSoldAnyMore_IsDoneWithAWarning(bool isOptionGone, string told)
    {
        await using var world = await ProviderWorld.StartAsync(ManyOptions);
        var config = TestVserver.Nameless.With("options", Config.Of(("traffic", "5 TB Traffic")));
        var server = await world.CreateVserverAsync(config);
        await world.TamperAsync($"manage/product/{Product}", form =>
        {
            if (isOptionGone)
            {
                form["options"]!.AsObject().Remove("traffic");
            }
            else
            {
                form["options"]!["traffic"]!["options"]!.AsArray().RemoveAt(1);
            }
        });
        await world.ConfigureAsync();
        var plan = await server.PlanAsync(config.With("cores", 4));
        CheckWarning(plan, told);
        Assert.DoesNotContain(await server.ApplyAsync(plan), d => d.Severity == Severity.Error);
        Assert.Equal(4, world.TheProduct().Cores);
    }

    [Fact]
    public async Task Resize_MoreThanTheFormHas_IsStillRefused()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        Assert.Equal("Invalid value for cores", ProviderWorld.TheError((await server.PlanAsync(TestVserver.Config.With("cores", 99))).Diagnostics).Summary);
    }

    private static void CheckWarning(PlanResult plan, string told)
    {
        var warning = Assert.Single(plan.Diagnostics.BesidesRestart());
        Assert.Equal(
            (ChangeAction.Update, Severity.Warning, "The price is not known", "quote"),
            (plan.Action, warning.Severity, warning.Summary, warning.Path.ToString()));
        Assert.All([told, "It is made all the same, unless max_monthly_price is set"], part => Assert.Contains(part, warning.Detail, StringComparison.Ordinal));
        Assert.True(plan.IsUnknown("quote"));
    }
}
