using CoreHarness;
using Dashserv.Provider.Tests.Configuration;
using Dashserv.Provider.Tests.Support;
using Dashserv.Provider.Tests.Vservers;
using Dashserv.Simulator.Faults;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Lifecycle;

/// <summary><c>customer_id</c>: with another customer's token, nothing is read, and nothing ordered.</summary>
public sealed class CustomerIdTests
{
    private const string Another = "The token is another account's";

    private static readonly FaultRule NoSuchCall = new() { Path = "/v1/account/user", Times = 0, Status = 404, Word = "Invalid API route" };

    [Fact]
    public async Task AnothersToken_AnyOperation_IsRefusedBeforeAnythingElseIsAsked()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        var (create, destroy) = (await world.Vserver().PlanAsync(TestVserver.Config), await server.PlanDestroyAsync());
        await world.ConfigureAsync(customer: "4711");
        world.Simulator.Journal.Clear();
        var told = new[]
        {
            ProviderWorld.TheError(await server.RefreshAsync()),
            ProviderWorld.TheError((await world.Vserver().PlanAsync(TestVserver.Config)).Diagnostics),
            ProviderWorld.TheError(await world.Vserver().ApplyAsync(create)),
            ProviderWorld.TheError(await server.ApplyAsync(destroy)),
            ProviderWorld.TheError((await world.Core.ReadDataAsync("dashserv_vservers", Config.Empty)).Diagnostics),
        };
        Assert.All(told, d => Assert.Equal(Another, d.Summary));
        Assert.All(["4711", "nothing was sent", "customer_id"], part => Assert.Contains(part, told[0].Detail, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("plan_checks", told[1].Detail, StringComparison.Ordinal);
        Assert.Equal("/v1/account/user", Assert.Single(world.Simulator.Journal.Entries()).Path);
        Assert.True(server.Exists);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OwnToken_CallOfferedOrNot_WorksAndAsksOnce(bool isOffered)
    {
        await using var world = await ProviderWorld.StartAsync();
        var customer = await CustomerAsync(world);
        await world.CreateVserverAsync();
        if (!isOffered)
        {
            world.Simulator.Faults.Add(NoSuchCall);
        }

        await world.ConfigureAsync(customer: customer);
        world.Simulator.Journal.Clear();
        await world.CreateVserverAsync(TestVserver.Config.With("name", "db"));
        Assert.Equal(1, world.Simulator.Journal.Count("/v1/account/user"));
    }

    [Fact]
    public async Task AnothersToken_CallNotOffered_IsToldByWhatTheAccountHas()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        world.Simulator.Faults.Add(NoSuchCall);
        await world.ConfigureAsync(customer: "4711");
        Assert.Equal(Another, ProviderWorld.TheError(await server.RefreshAsync()).Summary);
    }

    [Fact]
    public async Task NothingTells_PlanOfACreate_SaysSo()
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.Faults.Add(NoSuchCall);
        await world.ConfigureAsync(customer: "4711");
        var plan = await world.Vserver().PlanAsync(TestVserver.Config);
        var warning = Assert.Single(plan.Diagnostics);
        Assert.Equal((Severity.Warning, "Whose account this is cannot be told"), (warning.Severity, warning.Summary));
    }

    [Fact]
    public async Task Outage_WhileItIsAsked_IsAnErrorAndTriedAgainByTheNext()
    {
        await using var world = await ProviderWorld.StartAsync();
        var customer = await CustomerAsync(world);
        var server = await world.CreateVserverAsync();
        await world.ConfigureAsync(customer: customer);
        world.Simulator.Faults.Add(new FaultRule { Path = "/v1/account/user", Status = 500 });
        Assert.Equal("Could not read the vserver", ProviderWorld.TheError(await server.RefreshAsync()).Summary);
        Assert.Empty(await server.RefreshAsync());
    }

    [Fact]
    public async Task Variable_InTheEnvironment_CountsWhereTheBlockIsSilent()
    {
        await using var provider = await ConfiguredProvider.StartAsync();
        provider.Set("DASHSERV_CUSTOMER_ID", " 4711\n");
        Assert.Equal(Another, ProviderWorld.TheError((await provider.AskAsync(provider.Block)).Diagnostics).Summary);
        var told = (await provider.AskAsync(provider.Block.With("customer_id", "4712"))).Diagnostics;
        Assert.Contains("4712", ProviderWorld.TheError(told).Detail, StringComparison.Ordinal);
    }

    private static async Task<string> CustomerAsync(ProviderWorld world) => (await world.ReadAsync("account/user"))["customer"]!.ToString();
}
