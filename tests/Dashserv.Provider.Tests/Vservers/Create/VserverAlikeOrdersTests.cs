using CoreHarness;
using Dashserv.Provider.Tests.Support;
using Dashserv.Simulator;
using Dashserv.Simulator.Faults;
using Dashserv.Simulator.Forms;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Vservers.Create;

/// <summary>Orders of one apply that are all alike, and whose products no name tells apart.</summary>
public sealed class VserverAlikeOrdersTests
{
    private static readonly SimulatorOptions WithoutNames = TestVserver.Swift with { FormStyle = FormStyle.C, DeploymentTime = TimeSpan.Zero };

    private static FaultRule LostOrder { get; } =
        new() { Method = "POST", Path = "/v1/manage/product/*", Body = new Dictionary<string, string?> { ["calculate"] = null }, Cut = CutMoment.After };

    [Fact]
    public async Task Create_OneLostAndTheOtherNotYetNamed_WaitsUntilItIs()
    {
        await using var world = await ProviderWorld.StartAsync(WithoutNames);
        world.Simulator.Faults.Add(LostOrder);
        world.Simulator.Faults.Add(new FaultRule { Method = "GET", Path = "/v1/manage/order/*", Times = 3, Status = 500 });
        await EachHasItsOwnAsync(world, 2);
    }

    [Fact]
    public async Task Create_AllAnswersLost_EachHasItsOwn()
    {
        await using var world = await ProviderWorld.StartAsync(WithoutNames);
        world.Simulator.Faults.Add(LostOrder with { Times = 3 });
        await EachHasItsOwnAsync(world, 3);
    }

    [Fact]
    public async Task Create_MoreAreNewThanWereLost_AdoptsNone()
    {
        await using var world = await ProviderWorld.StartAsync(WithoutNames);
        await world.CreateVserverAsync(TestVserver.Nameless);
        world.Simulator.Faults.Add(LostOrder with { Times = 2, Hold = true });
        var servers = Servers(world, 2);
        var applying = Task.WhenAll(servers.Select(s => s.ApplyAsync(TestVserver.Nameless)));

        // Between sending and losing of both: however slow this machine is, its second does not tell it from theirs.
        await world.UntilAsync(applying, () => world.Simulator.Faults.Held > 1);
        await world.OrderTheSameAsync();
        world.Simulator.Faults.Release();
        Assert.All(await applying, told => Assert.Contains("which one it is cannot be told", ProviderWorld.TheError(told).Detail, StringComparison.Ordinal));
        Assert.All(servers, s => Assert.False(s.Exists));
    }

    private static ResourceInstance[] Servers(ProviderWorld world, int count) =>
        [.. Enumerable.Range(0, count).Select(i => world.Core.Resource(TestVserver.Type, $"alike{i}"))];

    private static async Task EachHasItsOwnAsync(ProviderWorld world, int count)
    {
        var servers = Servers(world, count);
        var told = await Task.WhenAll(servers.Select(s => s.ApplyAsync(TestVserver.Nameless)));
        Assert.DoesNotContain(told.SelectMany(t => t), d => d.Severity == Severity.Error);
        Assert.Equal(world.Simulator.World.State().Products.Select(p => p.Uuid).Order(), servers.Select(s => (string)s["id"]!).Order());
        Assert.Equal(count, world.OrdersPlaced);
    }
}
