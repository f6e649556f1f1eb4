using CoreHarness;
using Dashserv.Simulator;
using Dashserv.Simulator.Forms;

namespace Dashserv.Provider.Tests.Vservers.Create;

/// <summary><c>location</c> and <c>period</c>, in every form a user may write them.</summary>
public sealed class VserverPlaceTests
{
    private static readonly SimulatorOptions OnePlace = TestVserver.Swift with { Locations = LocationStyle.One };

    [Theory]
    [InlineData("d3FrA")]
    [InlineData("maincubes FRA01, Offenbach")]
    [InlineData("Maincubes fra01 Offenbach")]
    [InlineData("DE")]
    [InlineData("de")]
    public async Task Create_Location_IsFoundAndKeptAsWritten(string location)
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestVserver.Config.With("location", location);
        var server = await world.CreateVserverAsync(config);
        Assert.Equal((location, "maincubes FRA01, Offenbach", "DE"), (server["location"], server["location_name"], server["country"]));
        Assert.Equal("d3FrA", world.TheOrder()["location"]);
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(config)).Action);
    }

    [Fact]
    public async Task Plan_CountryWithTwoLocations_AsksWhich()
    {
        await using var world = await ProviderWorld.StartAsync();
        var error = ProviderWorld.TheError((await world.Vserver().PlanAsync(TestVserver.Config.With("location", "NL"))).Diagnostics);
        Assert.Equal(("Ambiguous location", "location"), (error.Summary, error.Path.ToString()));
        Assert.Contains("Skylink, Eygelshoven (kc7aV, NL)", error.Detail, StringComparison.Ordinal);
        Assert.Contains("Equinix AM5, Amsterdam (n2AmS, NL)", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_UnknownLocation_ListsAll()
    {
        await using var world = await ProviderWorld.StartAsync();
        var error = ProviderWorld.TheError((await world.Vserver().PlanAsync(TestVserver.Config.With("location", "Atlantis"))).Diagnostics);
        Assert.Equal(("No such location", "location"), (error.Summary, error.Path.ToString()));
        Assert.All(["kc7aV", "n2AmS", "d3FrA"], uuid => Assert.Contains(uuid, error.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Plan_NoLocationOfSeveral_IsDemanded()
    {
        await using var world = await ProviderWorld.StartAsync();
        var error = ProviderWorld.TheError((await world.Vserver().PlanAsync(TestVserver.Config.Without("location"))).Diagnostics);
        Assert.Equal(("A location is needed", "location"), (error.Summary, error.Path.ToString()));
        Assert.All(["kc7aV", "n2AmS", "d3FrA"], uuid => Assert.Contains(uuid, error.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Create_NoLocationOfOne_TakesTheOne()
    {
        await using var world = await ProviderWorld.StartAsync(OnePlace);
        var config = TestVserver.Config.Without("location");
        var server = await world.CreateVserverAsync(config);
        Assert.Equal(("kc7aV", "NL"), (server["location"], server["country"]));
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(config)).Action);
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(config.With("location", "NL"))).Action);
    }

    [Fact]
    public async Task Plan_LocationLeftOutLater_KeepsTheServer()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(TestVserver.Config.Without("location"))).Action);
    }

    [Fact]
    public async Task Apply_OtherLocation_OrdersThere()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        Assert.Empty(await server.ApplyAsync(TestVserver.Config.With("location", "n2AmS")));
        Assert.Equal(("NL", "n2AmS"), (server["country"], world.TheProduct().Location));
    }

    [Theory]
    [InlineData(null, "Oha73a")]
    [InlineData("7JHa3t", "7JHa3t")]
    [InlineData("3 Monate", "7JHa3t")]
    [InlineData("3 MONATE", "7JHa3t")]
    public async Task Create_Period_IsFoundAndKeptAsWritten(string? period, string sent)
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestVserver.Config.With("period", period);
        var server = await world.CreateVserverAsync(config);
        Assert.Equal((period, sent), (server["period"], world.TheOrder()["interval"]));
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(config)).Action);
    }

    [Fact]
    public async Task Plan_UnknownPeriod_ListsAll()
    {
        await using var world = await ProviderWorld.StartAsync();
        var error = ProviderWorld.TheError((await world.Vserver().PlanAsync(TestVserver.Config.With("period", "7 years"))).Diagnostics);
        Assert.Equal(("No such period", "period"), (error.Summary, error.Path.ToString()));
        Assert.Contains("\"1 Monat (Oha73a)\", \"2 Monate (Oj3aJNa)\", \"3 Monate (7JHa3t)\"", error.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2 Monate")]
    [InlineData(null)]
    public async Task Update_OtherPeriod_IsWrittenDownAndDoesNothing(string? period)
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync(TestVserver.Config.With("period", "1 Monat"));
        var config = TestVserver.Config.With("period", period);
        var plan = await server.PlanAsync(config);
        Assert.Equal((ChangeAction.Update, "period"), (plan.Action, Assert.Single(plan.Changes)));
        world.Simulator.Journal.Clear();
        Assert.Empty(await server.ApplyAsync(plan));
        Assert.Equal(0, world.Simulator.Journal.Count());
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(config)).Action);
    }

    [Theory]
    [InlineData("simulator-reseller")]
    [InlineData("simulator-customer")]
    public async Task Plan_LongerPeriod_CostsTheSameByTheMonth(string token)
    {
        await using var world = await ProviderWorld.StartAsync(token: token);
        var month = await world.Vserver().PlanAsync(TestVserver.Config.With("period", "1 Monat"));
        var quarter = await world.Vserver().PlanAsync(TestVserver.Config.With("period", "3 Monate"));
        Assert.Equal(month["quote.monthly_gross"], quarter["quote.monthly_gross"]);
    }
}
