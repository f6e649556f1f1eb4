namespace Dashserv.Chaos.Running;

/// <summary>The simulated API of a cell.</summary>
internal static class ChaosWorld
{
    public const string Token = "simulator-reseller";

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(200);

    private static SimulatorOptions Options { get; } = new()
    {
        DeploymentTime = Moment,
        ProductUuidAfter = Moment / 2,
        PowerTime = Moment,
        ShutdownTime = Moment,
        ReinstallTime = Moment,
        UpgradeTime = Moment,
        BackupTime = Moment,
        RestoreTime = Moment,
        InstallationTime = Moment,
    };

    public static async Task<SimulatorServer> StartAsync()
    {
        var simulator = await SimulatorServer.StartAsync(Options);
        simulator.World.SetStock(Grid.Infrastructure.Model, 1000);
        return simulator;
    }
}
