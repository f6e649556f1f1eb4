using CoreHarness;
using Dashserv.Provider.Tests.Support;
using Dashserv.Provider.Tests.Vservers;
using Dashserv.Simulator.Faults;
using Dashserv.Simulator.Http;

namespace Dashserv.Provider.Tests.DedicatedServers.Read;

/// <summary>A server leaves the state only when the API says in so many words that it is gone.</summary>
public sealed class DedicatedServerGoneTests
{
    [Theory]
    [InlineData(NotFoundSpelling.Resource, 412)]
    [InlineData(NotFoundSpelling.Ressource, 404)]
    [InlineData(NotFoundSpelling.Ressource, 200)]
    public async Task Refresh_Gone_IsDroppedHoweverItIsSaid(NotFoundSpelling spelling, int status)
    {
        await using var world = await ProviderWorld.StartAsync(TestVserver.Swift with { NotFoundSpelling = spelling, NotFoundStatus = status });
        var server = await world.CreateDedicatedAsync(TestDedicatedServer.Bare);
        world.Simulator.World.Delete((string)server["id"]!);
        Assert.Equal(ChangeAction.Create, (await server.PlanAsync(TestDedicatedServer.Bare)).Action);
        Assert.False(server.Exists);
    }

    [Theory]
    [MemberData(nameof(NotGone.Answers), MemberType = typeof(NotGone))]
    public async Task Refresh_AnyOtherFailure_IsAnErrorAndChangesNothing(int status, string text, string told)
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateDedicatedAsync(TestDedicatedServer.Bare);
        var before = server.State;
        world.AnswerReads(status, text);
        Assert.Contains(told, ProviderWorld.TheError(await server.RefreshAsync()).Detail, StringComparison.Ordinal);
        Assert.Equal(before, server.State);
    }

    [Theory]
    [InlineData("*/network")]
    [InlineData("*/installation/status")]
    public async Task Refresh_OnlyAPartOfItIsSaidToBeGone_IsAnErrorAndChangesNothing(string path)
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateDedicatedAsync(TestDedicatedServer.Bare);
        var before = server.State;
        world.Simulator.Faults.Add(new FaultRule { Path = path, Times = 0, Status = 412, Word = "resource_not_found" });
        Assert.Contains("does not exist", ProviderWorld.TheError(await server.RefreshAsync()).Detail, StringComparison.Ordinal);
        Assert.Equal(before, server.State);
    }

    [Fact]
    public async Task Refresh_GoneSinceTheListWasTaken_IsDropped()
    {
        await using var world = await ProviderWorld.StartAsync();
        var servers = await Task.WhenAll(Enumerable.Range(0, 5).Select(async i =>
        {
            var server = world.Core.Resource(TestDedicatedServer.Type, $"s{i}");
            await server.ApplyAsync(TestDedicatedServer.Bare);
            return server;
        }));
        await world.ConfigureAsync();
        await Task.WhenAll(servers.Select(s => s.RefreshAsync()));
        world.Simulator.World.Delete((string)servers[4]["id"]!);
        Assert.Empty(await servers[4].RefreshAsync());
        Assert.False(servers[4].Exists);
    }

    [Fact]
    public async Task Refresh_ManyServers_AskForOneList()
    {
        await using var world = await ProviderWorld.StartAsync();
        var servers = Enumerable.Range(0, 8).Select(i => world.Core.Resource(TestDedicatedServer.Type, $"s{i}")).ToList();
        await Task.WhenAll(servers.Select(s => s.ApplyAsync(TestDedicatedServer.Bare)));
        await world.ConfigureAsync();
        world.Simulator.Journal.Clear();
        await Task.WhenAll(servers.Select(s => s.RefreshAsync()));
        Assert.Equal(
            (1, 3), (
                world.Simulator.Journal.Count("/v1/product/dedicated-server"), world.Simulator.Journal.Count("regex:^/v1/product/dedicated-server/[^/]+$")));
    }
}
