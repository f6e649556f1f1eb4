using CoreHarness;
using Dashserv.Provider.Tests.Support;
using Dashserv.Simulator;
using Dashserv.Simulator.Control;

namespace Dashserv.Provider.Tests.Vservers;

/// <summary>The servers most tests of the resource begin with, and what became of them on the other side.</summary>
internal static class TestVserver
{
    public const string Type = "dashserv_vserver";

    public static Config Config { get; } =
        CoreHarness.Config.Of(("name", "web"), ("cores", 2), ("ram", 4), ("disk", 40), ("image", "debian11"), ("location", "DE"));

    /// <summary>One for forms that ask for no name.</summary>
    public static Config Nameless { get; } = Config.Without("name");

    public static Config Packaged { get; } =
        CoreHarness.Config.Of(("product", "vserver"), ("package", "M"), ("name", "web"), ("image", "debian11"), ("location", "DE"));

    /// <summary>An account in which everything takes milliseconds, to be varied.</summary>
    public static SimulatorOptions Swift { get; } = new() { DeploymentTime = TimeSpan.FromMilliseconds(20), ProductUuidAfter = TimeSpan.Zero };

    /// <summary>An account whose orders are delivered only when a test says so, and a provider for which an hour in vain takes milliseconds.</summary>
    public static async Task<ProviderWorld> StartSlowAsync(JumpingClock? clock = null)
    {
        var world = await ProviderWorld.StartAsync(
            new SimulatorOptions { DeploymentTime = TimeSpan.FromHours(1), ProductUuidAfter = TimeSpan.FromHours(1) }, time: clock ?? new JumpingClock());
        world.Simulator.World.Configure(new SettingsChange { PowerTime = TimeSpan.Zero, ShutdownTime = TimeSpan.Zero, UpgradeTime = TimeSpan.Zero });
        return world;
    }

    public static ResourceInstance Vserver(this ProviderWorld world) => world.Resource(Type);

    public static Task<ResourceInstance> CreateVserverAsync(this ProviderWorld world, Config? config = null) => world.CreateAsync(Type, config ?? Config);

    /// <summary>The only product of the account, as it really is.</summary>
    public static ProductState TheProduct(this ProviderWorld world) => Assert.Single(world.Simulator.World.State().Products);

    /// <summary>The fields of the only order.</summary>
    public static IReadOnlyDictionary<string, string> TheOrder(this ProviderWorld world) => Assert.Single(world.Simulator.World.State().Orders).Data;

    /// <summary>What was done to products, in order: <c>shutdown</c>, <c>reinstall</c>, <c>upgrade</c>, <c>DELETE</c>…</summary>
    public static IReadOnlyList<string> Writes(this ProviderWorld world) =>
        [.. world.Simulator.Journal.Entries("/v1/product/*").Where(e => e.Method != "GET")
            .Select(e => e.Method == "DELETE" ? e.Method : e.Path[(e.Path.LastIndexOf('/') + 1)..])];

    public static void Change(this ProviderWorld world, ResourceInstance server, ProductChange change) =>
        world.Simulator.World.Change((string)server["id"]!, change);
}
