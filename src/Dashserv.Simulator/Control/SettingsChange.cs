using System.Text.Json.Serialization;

namespace Dashserv.Simulator.Control;

/// <summary>Settings that may change while the world runs; null is unchanged. See <see cref="SimulatorOptions"/>.</summary>
public sealed record SettingsChange
{
    [JsonConverter(typeof(DurationJsonConverter))]
    public TimeSpan? DeploymentTime { get; init; }

    [JsonConverter(typeof(DurationJsonConverter))]
    public TimeSpan? ProductUuidAfter { get; init; }

    public InstallingProducts? InstallingProducts { get; init; }

    [JsonConverter(typeof(DurationJsonConverter))]
    public TimeSpan? PowerTime { get; init; }

    [JsonConverter(typeof(DurationJsonConverter))]
    public TimeSpan? ShutdownTime { get; init; }

    [JsonConverter(typeof(DurationJsonConverter))]
    public TimeSpan? ReinstallTime { get; init; }

    [JsonConverter(typeof(DurationJsonConverter))]
    public TimeSpan? UpgradeTime { get; init; }

    [JsonConverter(typeof(DurationJsonConverter))]
    public TimeSpan? BackupTime { get; init; }

    [JsonConverter(typeof(DurationJsonConverter))]
    public TimeSpan? RestoreTime { get; init; }

    [JsonConverter(typeof(DurationJsonConverter))]
    public TimeSpan? InstallationTime { get; init; }

    public int? RequestsPerSecond { get; init; }

    public bool? OptionalEndpoints { get; init; }

    public NotFoundSpelling? NotFoundSpelling { get; init; }

    public int? NotFoundStatus { get; init; }

    public bool? ReadOnlyMayQuote { get; init; }

    public bool? VserversTellImage { get; init; }

    internal SimulatorOptions Apply(SimulatorOptions options) => options with
    {
        DeploymentTime = DeploymentTime ?? options.DeploymentTime,
        ProductUuidAfter = ProductUuidAfter ?? options.ProductUuidAfter,
        InstallingProducts = InstallingProducts ?? options.InstallingProducts,
        PowerTime = PowerTime ?? options.PowerTime,
        ShutdownTime = ShutdownTime ?? options.ShutdownTime,
        ReinstallTime = ReinstallTime ?? options.ReinstallTime,
        UpgradeTime = UpgradeTime ?? options.UpgradeTime,
        BackupTime = BackupTime ?? options.BackupTime,
        RestoreTime = RestoreTime ?? options.RestoreTime,
        InstallationTime = InstallationTime ?? options.InstallationTime,
        RequestsPerSecond = RequestsPerSecond ?? options.RequestsPerSecond,
        OptionalEndpoints = OptionalEndpoints ?? options.OptionalEndpoints,
        NotFoundSpelling = NotFoundSpelling ?? options.NotFoundSpelling,
        NotFoundStatus = NotFoundStatus ?? options.NotFoundStatus,
        ReadOnlyMayQuote = ReadOnlyMayQuote ?? options.ReadOnlyMayQuote,
        VserversTellImage = VserversTellImage ?? options.VserversTellImage,
    };
}
