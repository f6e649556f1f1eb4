using CoreHarness;
using Dashserv.Simulator;
using Microsoft.Extensions.Logging.Abstractions;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests;

/// <summary>The provider under the tests' core, in front of a simulated account in which everything takes milliseconds.</summary>
internal sealed class ProviderWorld : IAsyncDisposable
{
    private readonly Config _basics;

    private ProviderWorld(SimulatorServer simulator, CoreProvider core, Config basics) => (Simulator, Core, _basics) = (simulator, core, basics);

    public SimulatorServer Simulator { get; }

    public CoreProvider Core { get; }

    public static async Task<ProviderWorld> StartAsync(
        SimulatorOptions? options = null, string token = "simulator-reseller", bool planChecks = true, TimeProvider? time = null,
        bool storesPlannedPrivate = false, int retries = 0, string? journal = null)
    {
        var brief = TimeSpan.FromMilliseconds(20);
        var simulator = await SimulatorServer.StartAsync((options ?? new SimulatorOptions { DeploymentTime = brief, ProductUuidAfter = brief / 2 }) with
        {
            PowerTime = brief,
            ShutdownTime = brief,
            ReinstallTime = brief,
            UpgradeTime = brief,
            BackupTime = brief,
            RestoreTime = brief,
            InstallationTime = brief,
        }, time);
        var core =
            new CoreProvider(new DashservProvider(NullLoggerFactory.Instance, time ?? TimeProvider.System, _ => null))
            { StorePlannedPrivate = storesPlannedPrivate };
        var basics = Config.Of(
            ("endpoint", simulator.Endpoint.ToString()), ("token", token), ("poll_interval", "5ms"), ("max_retries", retries), ("plan_checks", planChecks),
            ("order_journal", journal));
        var world = new ProviderWorld(simulator, core, basics);
        await world.ConfigureAsync();
        return world;
    }

    /// <summary>Configures once more: what a new process would know nothing of is forgotten.</summary>
    public async Task ConfigureAsync(string? token = null, string? customer = null, string? journal = null)
    {
        var block = token is null ? _basics : _basics.With("token", token);
        block = journal is null ? block : block.With("order_journal", journal);
        Assert.Empty(await Core.ConfigureAsync(block.With("customer_id", customer)));
    }

    public ResourceInstance Resource(string type) => Core.Resource(type);

    /// <summary>A resource that is there, made without a word.</summary>
    public async Task<ResourceInstance> CreateAsync(string type, Config config)
    {
        var resource = Resource(type);
        Assert.Empty(await resource.ApplyAsync(config));
        return resource;
    }

    /// <summary>The one error of a plan, as a user reads it.</summary>
    public static Diagnostic TheError(IEnumerable<Diagnostic> diagnostics) => Assert.Single(diagnostics, d => d.Severity == Severity.Error);

    public int OrdersPlaced => Simulator.World.State().OrdersPlaced;

    public async ValueTask DisposeAsync()
    {
        Core.Dispose();
        await Simulator.DisposeAsync();
    }
}
