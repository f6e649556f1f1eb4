using CoreHarness;
using Dashserv.Provider.Tests.Vservers;
using Dashserv.Simulator;
using Dashserv.Simulator.Journal;
using Microsoft.Extensions.Logging.Abstractions;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Configuration;

/// <summary>A provider that is configured by nothing but what a test gives it, and an API that it may or may not find.</summary>
internal sealed class ConfiguredProvider : IAsyncDisposable
{
    private readonly Dictionary<string, string?> _environment = new(StringComparer.Ordinal);

    private ConfiguredProvider(SimulatorServer simulator) =>
        (Simulator, Core) =
            (simulator, new CoreProvider(new DashservProvider(NullLoggerFactory.Instance, TimeProvider.System, name => _environment.GetValueOrDefault(name))));

    public SimulatorServer Simulator { get; }

    public CoreProvider Core { get; }

    public string Endpoint => Simulator.Endpoint.ToString();

    /// <summary>A block that works, to be varied.</summary>
    public Config Block => Config.Of(("endpoint", Endpoint), ("token", "simulator-reseller"), ("max_retries", 0), ("poll_interval", "5ms"));

    public static async Task<ConfiguredProvider> StartAsync() => new(await SimulatorServer.StartAsync(TestVserver.Swift));

    public ConfiguredProvider Set(string variable, string? value)
    {
        _environment[variable] = value;
        return this;
    }

    public Task<Diagnostics> ConfigureAsync(Config block) => Core.ConfigureAsync(block);

    /// <summary>Configures, which must succeed, and asks the API for something.</summary>
    public async Task<DataResult> AskAsync(Config block)
    {
        Assert.Empty(await ConfigureAsync(block));
        return await Core.ReadDataAsync("dashserv_vservers", Config.Empty);
    }

    /// <summary>The same, as the account that the API took it for.</summary>
    public async Task<string?> AccountAsync(Config block)
    {
        Assert.Empty((await AskAsync(block)).Diagnostics);
        return LastRequest.Account;
    }

    public JournalEntry LastRequest => Simulator.Journal.Entries()[^1];

    public async ValueTask DisposeAsync()
    {
        Core.Dispose();
        await Simulator.DisposeAsync();
    }
}
