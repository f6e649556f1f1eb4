using CoreHarness;
using Dashserv.Provider.Tests.Support;

namespace Dashserv.Provider.Tests.Vservers.Create;

/// <summary>Values that other resources will produce never fail a plan, and hide of it only what depends on them.</summary>
public sealed class VserverUnknownTests
{
    [Theory]
    [InlineData("cores")]
    [InlineData("ram")]
    [InlineData("disk")]
    [InlineData("image")]
    [InlineData("location")]
    [InlineData("period")]
    public async Task Create_UnknownThatMayBePriced_LeavesTheQuoteOpenUntilApply(string attribute)
    {
        await using var world = await ProviderWorld.StartAsync();
        var (config, server) = (TestVserver.Config.With("period", "1 Monat"), world.Vserver());
        var plan = await server.PlanAsync(config.With(attribute, Config.Unknown));
        Assert.Empty(plan.Diagnostics);
        Assert.True(plan.IsUnknown("quote"));
        Assert.Empty(await server.ApplyAsync(plan, config));
        Assert.Equal((3.707m, 1), (server["quote.monthly_gross"], world.OrdersPlaced));
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(config)).Action);
    }

    [Fact]
    public async Task Create_UnknownName_IsQuotedAllTheSame()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = world.Vserver();
        var plan = await server.PlanAsync(TestVserver.Config.With("name", Config.Unknown));
        Assert.Equal(3.707m, plan["quote.monthly_gross"]);
        Assert.Empty(await server.ApplyAsync(plan, TestVserver.Config));
        Assert.Equal(("web", "web"), (server["name"], world.TheOrder()["name"]));
    }

    [Theory]
    [InlineData("cores", 99, "cores")]
    [InlineData("location", "Atlantis", "location")]
    public async Task Create_UnknownBesideAMistake_TellsTheMistake(string attribute, object value, string path)
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestVserver.Config.With("ram", Config.Unknown).With(attribute, value);
        Assert.Equal(path, ProviderWorld.TheError((await world.Vserver().PlanAsync(config)).Diagnostics).Path.ToString());
    }

    [Fact]
    public async Task Create_UnknownProduct_IsDecidedInTheApply()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = world.Vserver();
        var plan = await server.PlanAsync(TestVserver.Config.With("product", Config.Unknown));
        Assert.Empty(plan.Diagnostics);
        Assert.True(plan.IsUnknown("quote"));
        Assert.Empty(await server.ApplyAsync(plan, TestVserver.Config.With("product", "vserver:configure")));
    }

    [Fact]
    public async Task Create_UnknownTurnsOutWrong_FailsBeforeTheOrder()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = world.Vserver();
        var plan = await server.PlanAsync(TestVserver.Config.With("cores", Config.Unknown));
        var error = ProviderWorld.TheError(await server.ApplyAsync(plan, TestVserver.Config.With("cores", 99)));
        Assert.Equal("cores", error.Path.ToString());
        Assert.Equal(0, world.OrdersPlaced);
    }

    [Fact]
    public async Task Create_UnknownTurnsOutTooExpensive_FailsBeforeTheOrder()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = world.Vserver();
        var config = TestVserver.Config.With("max_monthly_price", 4);
        var plan = await server.PlanAsync(config.With("cores", Config.Unknown));
        Assert.Equal("max_monthly_price", ProviderWorld.TheError(await server.ApplyAsync(plan, config.With("cores", 4))).Path.ToString());
        Assert.Equal(0, world.OrdersPlaced);
    }

    [Theory]
    [InlineData("cores", 4)]
    [InlineData("ram", 8)]
    [InlineData("disk", 80)]
    public async Task Resize_Unknown_IsResizedToWhatItTurnsOutToBe(string attribute, int value)
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        var plan = await server.PlanAsync(TestVserver.Config.With(attribute, Config.Unknown));
        Assert.Equal((ChangeAction.Update, true), (plan.Action, plan.IsUnknown("quote")));
        Assert.Empty((await server.ApplyAsync(plan, TestVserver.Config.With(attribute, value))).BesidesRestart());
        Assert.Equal((long)value, server[attribute]);
        Assert.Equal(["upgrade"], world.Writes());
    }

    [Fact]
    public async Task Resize_UnknownThatTurnsOutTheSame_TouchesNothing()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        var plan = await server.PlanAsync(TestVserver.Config.With("cores", Config.Unknown));
        Assert.Empty(await server.ApplyAsync(plan, TestVserver.Config));
        Assert.Empty(world.Writes());
    }

    [Fact]
    public async Task Create_NoName_MakesOneUpAndKeepsIt()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestVserver.Nameless;
        var server = world.Vserver();
        var plan = await server.PlanAsync(config);
        Assert.True(plan.IsUnknown("name"));
        Assert.Equal(3.707m, plan["quote.monthly_gross"]);
        Assert.Empty(await server.ApplyAsync(plan));
        Assert.Equal(world.TheProduct().Name, server["name"]);
        Assert.StartsWith("vserver-", (string)server["name"]!, StringComparison.Ordinal);
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(config)).Action);
    }
}
