using CoreHarness;
using Dashserv.Provider.Tests.DedicatedServers;
using Dashserv.Provider.Tests.Products;
using Dashserv.Provider.Tests.Support;
using Dashserv.Provider.Tests.Vservers;
using Dashserv.Simulator;
using Dashserv.Simulator.Faults;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Lifecycle;

/// <summary>While an order's answer is lost, a colleague orders just the same in the same account: what is whose, the time tells.</summary>
public sealed class StrangersProductTests
{
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(30);

    private static readonly Dictionary<string, (string Type, Config Config)> Resources = new()
    {
        ["vserver"] = (TestVserver.Type, TestVserver.Config.With("on_existing_name", "ignore")),
        ["dedicated server"] = (TestDedicatedServer.Type, TestDedicatedServer.Config.With("on_existing_name", "ignore")),
        ["product"] = (TestProduct.Type, TestProduct.Config),
    };

    public static TheoryData<string> Nouns => [.. Resources.Keys];

    [Theory]
    [MemberData(nameof(Nouns))]
    public async Task Create_TheSameIsOrderedElsewhereAfterwards_TakesItsOwn(string noun)
    {
        var clock = new JumpingClock();
        await using var world = await StartAsync(clock);
        var (resource, applying) = await LoseAsync(world, clock, noun, CutMoment.After);
        await world.OrderTheSameAsync();
        world.Simulator.Faults.Clear();
        clock.StandsStill = false;

        Assert.DoesNotContain(await applying, d => d.Severity == Severity.Error);

        var state = world.Simulator.World.State();
        Assert.Equal((2, state.Orders[0].Product), (state.OrdersPlaced, state.Orders[1].Product));
        Assert.Equal(state.Orders[0].ProductUuid, resource["id"]);
    }

    [Theory]
    [MemberData(nameof(Nouns))]
    public async Task Create_NeverArrivedAndTheSameIsOrderedElsewhere_TouchesNothing(string noun)
    {
        var clock = new JumpingClock();
        await using var world = await StartAsync(clock);
        await world.Resource(Resources[noun].Type).ApplyAsync(Resources[noun].Config);
        await world.ConfigureAsync();
        var (resource, applying) = await LoseAsync(world, clock, noun, CutMoment.Before);
        world.Simulator.Journal.Clear();
        await world.OrderTheSameAsync();
        world.Simulator.Faults.Clear();
        clock.StandsStill = false;

        var error = ProviderWorld.TheError(await applying);

        Assert.Equal((false, "An order was sent, and its answer was lost"), (resource.Exists, error.Summary));
        Assert.Contains("were ordered at another time", error.Detail, StringComparison.Ordinal);
        Assert.Equal(1, world.Simulator.Journal.Entries().Count(e => e.Method != "GET"));
    }

    private static async Task<ProviderWorld> StartAsync(JumpingClock clock)
    {
        var world = await ProviderWorld.StartAsync(
            new SimulatorOptions { DeploymentTime = TimeSpan.Zero, ProductUuidAfter = TimeSpan.Zero }, time: clock);
        world.Simulator.World.SetStock("h5HGC", 10);
        return world;
    }

    // Until the answer is lost, and half a minute more; what there is cannot be listed yet.
    private static async Task<(ResourceInstance Resource, Task<Diagnostics> Applying)> LoseAsync(
        ProviderWorld world, JumpingClock clock, string noun, CutMoment moment)
    {
        var (type, config) = Resources[noun];
        var order = new FaultRule
        {
            Method = "POST",
            Path = "/v1/manage/product/*",
            Body = new Dictionary<string, string?> { ["calculate"] = null },
            Cut = moment,
        };
        world.Simulator.Faults.Add(order, new FaultRule { Method = "GET", Path = "regex:^/v1/product/[^/]+$", Skip = 1, Times = 0, Status = 500 });
        clock.StandsStill = true;
        var resource = world.Resource(type);
        var applying = resource.ApplyAsync(config);
        await world.UntilAsync(applying, () => world.Simulator.Faults.Hits > 2);
        clock.Advance(Later);
        return (resource, applying);
    }
}
