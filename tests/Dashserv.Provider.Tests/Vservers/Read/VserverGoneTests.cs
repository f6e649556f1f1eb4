using CoreHarness;
using Dashserv.Provider.Tests.Support;
using Dashserv.Simulator.Faults;
using Dashserv.Simulator.Http;

namespace Dashserv.Provider.Tests.Vservers.Read;

/// <summary>A server leaves the state only when the API says in so many words that it is gone.</summary>
public sealed class VserverGoneTests
{
    [Theory]
    [InlineData(NotFoundSpelling.Resource, 412)]
    [InlineData(NotFoundSpelling.Ressource, 412)]
    [InlineData(NotFoundSpelling.Ressource, 404)]
    [InlineData(NotFoundSpelling.Resource, 200)]
    public async Task Refresh_Gone_IsDroppedHoweverItIsSaid(NotFoundSpelling spelling, int status)
    {
        await using var world = await ProviderWorld.StartAsync(TestVserver.Swift with { NotFoundSpelling = spelling, NotFoundStatus = status });
        var server = await world.CreateVserverAsync();
        world.Simulator.World.Delete((string)server["id"]!);
        Assert.Empty(await server.RefreshAsync());
        Assert.False(server.Exists);
    }

    [Theory]
    [MemberData(nameof(NotGone.Answers), MemberType = typeof(NotGone))]
    public async Task Refresh_AnyOtherFailure_IsAnErrorAndChangesNothing(int status, string text, string told)
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        var before = server.State;
        world.AnswerReads(status, text);
        Assert.Contains(told, ProviderWorld.TheError(await server.RefreshAsync()).Detail, StringComparison.Ordinal);
        Assert.Equal(before, server.State);
    }

    [Fact]
    public async Task Refresh_NothingListens_IsAnErrorAndChangesNothing()
    {
        var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        var before = server.State;
        await world.Simulator.DisposeAsync();
        var error = ProviderWorld.TheError((await server.PlanAsync(TestVserver.Config)).Diagnostics);
        Assert.Contains("endpoint", error.Detail, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed", error.Detail, StringComparison.Ordinal);
        Assert.Equal(before, server.State);
        world.Core.Dispose();
    }

    [Fact]
    public async Task Refresh_WrongToken_IsAnErrorAndChangesNothing()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        var before = server.State;
        Assert.Empty(await world.Core.ConfigureAsync(Config.Of(("endpoint", world.Simulator.Endpoint.ToString()), ("token", "mistyped"), ("max_retries", 0))));
        var error = ProviderWorld.TheError(await server.RefreshAsync());
        Assert.Contains("DASHSERV_TOKEN", error.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("mistyped", error.Detail.Replace("mistyped, revoked", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(before, server.State);
    }

    [Fact]
    public async Task Refresh_WrongEndpoint_IsAnErrorAndChangesNothing()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        var before = server.State;
        var endpoint = new Uri(world.Simulator.Endpoint, "/v2").ToString();
        Assert.Empty(await world.Core.ConfigureAsync(Config.Of(("endpoint", endpoint), ("token", "simulator-reseller"), ("max_retries", 0))));
        var error = ProviderWorld.TheError(await server.RefreshAsync());
        Assert.Contains("/v2/product/vserver/", error.Detail, StringComparison.Ordinal);
        Assert.Contains("Nothing was removed from the state", error.Detail, StringComparison.Ordinal);
        Assert.Equal(before, server.State);
    }

    [Theory]
    [MemberData(nameof(NotGone.Answers), MemberType = typeof(NotGone))]
    public async Task Plan_FormCannotBeHad_IsAnErrorWithTheWayOut(int status, string text, string told)
    {
        await using var world = await ProviderWorld.StartAsync();
        world.AnswerReads(status, text);
        var error = ProviderWorld.TheError((await world.Vserver().PlanAsync(TestVserver.Config)).Diagnostics);
        Assert.Equal(Refusals.UnlessOfTheToken(told, "product"), error.Path.ToString());
        Assert.Contains(told, error.Detail, StringComparison.Ordinal);
        Assert.Contains("Nothing was ordered", error.Detail, StringComparison.Ordinal);
        Assert.Equal(Refusals.UnlessOfTheToken(told, "told").Length > 0, error.Detail.Contains("plan_checks = false", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Plan_QuoteCannotBeHad_IsAnErrorWithTheWayOut()
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.Faults.Add(new FaultRule { Method = "POST", Times = 0, Status = 500 });
        var error = ProviderWorld.TheError((await world.Vserver().PlanAsync(TestVserver.Config)).Diagnostics);
        Assert.Equal(("No quote for vserver:configure can be had", "product"), (error.Summary, error.Path.ToString()));
        Assert.Contains("DASHSERV_PLAN_CHECKS=false", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_QuoteFailsOnce_IsAskedForAgain()
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.Faults.Add(new FaultRule { Method = "POST", Status = 500 });
        Assert.True((await world.Vserver().PlanAsync(TestVserver.Config)).HasErrors);
        Assert.False((await world.Vserver().PlanAsync(TestVserver.Config)).HasErrors);
    }

    [Fact]
    public async Task Plan_ManyServers_AskForOneFormAndOneQuote()
    {
        await using var world = await ProviderWorld.StartAsync();
        await Task.WhenAll(
            Enumerable.Range(0, 20).Select(i => world.Core.Resource(TestVserver.Type, $"s{i}").PlanAsync(TestVserver.Config.With("name", $"web-{i}"))));
        Assert.Equal((1, 1), (world.Simulator.Journal.Count("/v1/manage/product/*", "GET"), world.Simulator.Journal.Count("/v1/manage/product/*", "POST")));
    }
}
