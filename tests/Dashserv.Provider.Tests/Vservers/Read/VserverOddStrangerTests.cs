using System.Text.Json.Nodes;
using CoreHarness;
using Dashserv.Provider.Tests.Support;

namespace Dashserv.Provider.Tests.Vservers.Read;

/// <summary>One odd server in the account that nobody here manages must not block those that somebody does.</summary>
public sealed class VserverOddStrangerTests
{
    public static TheoryData<string> Oddities =>
    [
        """{"options":{"ram":"4 GB"}}""", """{"payment":{"price":"11,90"}}""", """{"uuid":null}""", """{"unix":"yesterday"}""",
    ];

    [Theory]
    [MemberData(nameof(Oddities))]
    public async Task Stranger_Odd_BlocksNeitherPlansNorOrders(string oddity)
    {
        await using var world = await ProviderWorld.StartAsync();
        var stranger = Assert.Single(world.Simulator.World.SeedVservers(1));
        List<(ResourceInstance Server, Config Config)> servers = [];
        for (var i = 0; i < 6; i++)
        {
            var config = TestVserver.Config.With("name", $"web-{i}");
            var server = world.Core.Resource(TestVserver.Type, $"web{i}");
            Assert.Empty(await server.ApplyAsync(config));
            servers.Add((server, config));
        }

        await world.TamperAsync("product/vserver", list =>
        {
            foreach (var (name, value) in JsonNode.Parse(oddity)!.AsObject())
            {
                list.AsArray().Single(s => (string?)s!["uuid"] == stranger)![name] = value?.DeepClone();
            }
        });
        await world.ConfigureAsync();
        foreach (var (server, config) in servers)
        {
            Assert.Empty(await server.RefreshAsync());
            Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(config)).Action);
        }

        Assert.Empty(await world.Core.Resource(TestVserver.Type, "one more").ApplyAsync(TestVserver.Config.With("name", "one-more")));
    }

    [Fact]
    public async Task Managed_Odd_FailsByItsName()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        world.Simulator.World.SeedVservers(1);
        await world.TamperAsync($"product/vserver/{server["id"]}", odd => odd["options"]!["ram"] = "4 GB");
        await world.ConfigureAsync();
        var error = ProviderWorld.TheError(await server.RefreshAsync());
        Assert.Contains($"/v1/product/vserver/{server["id"]}", error.Detail, StringComparison.Ordinal);
        Assert.True(server.Exists);
    }
}
