using CoreHarness;
using Dashserv.Provider.Tests.Support;
using Dashserv.Simulator.Control;
using Dashserv.Simulator.Faults;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Vservers.Read;

public sealed class VserversDataSourceTests
{
    private const string Type = "dashserv_vservers";

    [Fact]
    public async Task Read_NoFilter_ListsAllByIdWithOneCall()
    {
        await using var world = await ProviderWorld.StartAsync();
        var ids = world.Simulator.World.SeedVservers(5);
        var data = await world.Core.ReadDataAsync(Type, Config.Empty);
        Assert.Empty(data.Diagnostics);
        Assert.Equal(ids.Order(StringComparer.Ordinal), Ids(data));
        Assert.Equal(1, world.Simulator.Journal.Count());
    }

    [Fact]
    public async Task Read_EmptyAccount_IsAnEmptyList()
    {
        await using var world = await ProviderWorld.StartAsync();
        Assert.Empty(Ids(await world.Core.ReadDataAsync(Type, Config.Empty)));
    }

    [Theory]
    [InlineData("name_regex", "^web", "web-1 web-2")]
    [InlineData("name_regex", "2$", "db-2 web-2")]
    [InlineData("name_regex", "eb", "web-1 web-2")]
    [InlineData("name_regex", "WEB", "")]
    [InlineData("name_regex", "(?i)WEB", "web-1 web-2")]
    [InlineData("location", "DE", "ordered")]
    [InlineData("location", "d3FrA", "ordered")]
    [InlineData("location", "maincubes fra01, offenbach", "ordered")]
    [InlineData("location", "kc7aV", "db-1 db-2 web-1 web-2")]
    [InlineData("location", "NL", "db-1 db-2 web-1 web-2")]
    [InlineData("location", "Atlantis", "")]
    [InlineData("status", "okay", "db-1 db-2 ordered web-1")]
    [InlineData("status", "LOCKED", "web-2")]
    [InlineData("status", "installing", "")]
    public async Task Read_Filter_LetsOnlyMatchesPass(string filter, string value, string names)
    {
        await using var world = await StartAsync();
        Assert.Equal(names, Names(await world.Core.ReadDataAsync(Type, Config.Of((filter, value)))));
    }

    [Theory]
    [InlineData("NL", "at-1 at-2")]
    [InlineData("nl", "at-1 at-2")]
    [InlineData("Niederlande", "at-1 at-2")]
    [InlineData("DE", "at-3")]
    [InlineData("Deutschland", "at-3")]
    [InlineData("FR", "")]
    public async Task Read_CountryFilter_FindsEveryLocationOfTheCountryAndNoOther(string country, string names)
    {
        await using var world = await ProviderWorld.StartAsync();
        var ids = world.Simulator.World.SeedVservers(new VserverSeed { Count = 3, NamePrefix = "at" });
        foreach (var (id, location) in ids.Zip((string[])["kc7aV", "n2AmS", "d3FrA"]))
        {
            world.Simulator.World.Change(id, new ProductChange { Location = location });
        }

        Assert.Equal(names, Names(await world.Core.ReadDataAsync(Type, Config.Of(("location", country)))));
    }

    [Fact]
    public async Task Read_AllFilters_MustAllMatch()
    {
        await using var world = await StartAsync();
        Assert.Equal("web-1", Names(await world.Core.ReadDataAsync(Type, Config.Of(("name_regex", "web"), ("location", "NL"), ("status", "okay")))));
    }

    [Theory]
    [InlineData("web(")]
    [InlineData("[")]
    [InlineData("(?=web)")]
    [InlineData(@"(a)\1")]
    public async Task Validate_BadExpression_SaysWhatIsWrong(string pattern)
    {
        await using var world = await ProviderWorld.StartAsync();
        var error = ProviderWorld.TheError((await world.Core.ReadDataAsync(Type, Config.Of(("name_regex", pattern)))).Diagnostics);
        Assert.Equal("name_regex", error.Path.ToString());
        Assert.Contains($"\"{pattern}\" is not a regular expression", error.Detail, StringComparison.Ordinal);
        Assert.Equal(0, world.Simulator.Journal.Count());
    }

    [Fact]
    public async Task Read_Element_SaysAllThatTheSingleOneSays()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        var data = await world.Core.ReadDataAsync(Type, Config.Empty);
        var single = await world.Core.ReadDataAsync("dashserv_vserver", Config.Of(("id", server["id"])));
        var attributes = ((TfMapping)single.Value).Keys.Where(k => k != "power_state").ToList();
        Assert.Equal(attributes.Order(), ((TfMapping)Servers(data).Elements[0]).Keys.Order());
        Assert.All(attributes, attribute => Assert.Equal(single[attribute], data[$"vservers[0].{attribute}"]));
    }

    [Fact]
    public async Task Read_TrafficUsed_CountsBothDirections()
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.World.SeedVservers(1);
        await world.TamperAsync(
            "product/vserver", list => (list[0]!["network"]!["traffic"]!["ingoing"], list[0]!["network"]!["traffic"]!["outgoing"]) = (3, 40));
        Assert.Equal(43L, (await world.Core.ReadDataAsync(Type, Config.Empty))["vservers[0].traffic_used"]);
    }

    [Fact]
    public async Task Read_TheListFails_IsAnErrorAndNoEmptyList()
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.Faults.Add(new FaultRule { Status = 500, Word = "internal_error" });
        Assert.Contains(
            "GET /v1/product/vserver", ProviderWorld.TheError((await world.Core.ReadDataAsync(Type, Config.Empty)).Diagnostics).Detail,
            StringComparison.Ordinal);
        Assert.Empty((await world.Core.ReadDataAsync(Type, Config.Empty)).Diagnostics);
    }

    private static async Task<ProviderWorld> StartAsync()
    {
        var world = await ProviderWorld.StartAsync();
        world.Simulator.World.SeedVservers(new VserverSeed { Count = 2, NamePrefix = "db" });
        var web = world.Simulator.World.SeedVservers(new VserverSeed { Count = 2, NamePrefix = "web" });
        world.Simulator.World.Change(web[1], new ProductChange { Status = "LOCKED" });
        await world.CreateVserverAsync(TestVserver.Config.With("name", "ordered"));
        return world;
    }

    private static TfSequence Servers(DataResult data) => Assert.IsType<TfSequence>(((TfMapping)data.Value)["vservers"]);

    private static IEnumerable<string> Ids(DataResult data) => Servers(data).Elements.Select(s => ((TfString)((TfMapping)s)["id"]).Text);

    private static string Names(DataResult data)
    {
        Assert.Empty(data.Diagnostics);
        return string.Join(' ', Servers(data).Elements.Select(s => ((TfString)((TfMapping)s)["name"]).Text).Order(StringComparer.Ordinal));
    }
}
