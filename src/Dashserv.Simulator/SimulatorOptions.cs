namespace Dashserv.Simulator;

/// <summary>How the simulated API is set up. All that takes time is a duration of the world's clock, real or virtual.</summary>
public sealed record SimulatorOptions
{
    /// <summary>The tokens that work without any setting: one of each kind.</summary>
    public static IReadOnlyList<SimulatorToken> DefaultTokens { get; } =
    [
        new("simulator-reseller", "reseller", AccountKind.Reseller),
        new("simulator-customer", "customer", AccountKind.Customer),
        new("simulator-readonly", "reseller", AccountKind.Reseller, ReadOnly: true),
    ];

    /// <summary>Where to listen; port 0 is any free one.</summary>
    public Uri Url { get; init; } = new("http://127.0.0.1:0");

    public FormStyle FormStyle { get; init; } = FormStyle.A;

    public LocationStyle Locations { get; init; } = LocationStyle.Several;

    public IReadOnlyList<SimulatorToken> Tokens { get; init; } = DefaultTokens;

    /// <summary>What each account has to start with, EUR.</summary>
    public decimal Balance { get; init; } = 100_000;

    /// <summary>From the order to <c>okay</c>.</summary>
    public TimeSpan DeploymentTime { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>From the start of the installation to the moment the order names its product; never later than <c>okay</c>.</summary>
    public TimeSpan ProductUuidAfter { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether a product can be seen between that moment and <c>okay</c>. The reference lists it "once fulfilled and installed".</summary>
    public InstallingProducts InstallingProducts { get; init; } = InstallingProducts.Hidden;

    /// <summary>How long a server takes to boot or to be cut off.</summary>
    public TimeSpan PowerTime { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a guest takes to obey an ACPI shutdown.</summary>
    public TimeSpan ShutdownTime { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long the host waits for a guest that ignores it before the task fails.</summary>
    public TimeSpan ShutdownPatience { get; init; } = TimeSpan.FromSeconds(60);

    public TimeSpan ReinstallTime { get; init; } = TimeSpan.FromSeconds(3);

    public TimeSpan UpgradeTime { get; init; } = TimeSpan.FromSeconds(2);

    public TimeSpan BackupTime { get; init; } = TimeSpan.FromSeconds(3);

    public TimeSpan RestoreTime { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long a dedicated server's installation takes.</summary>
    public TimeSpan InstallationTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A new vserver's <c>limits.backups</c>.</summary>
    public int BackupLimit { get; init; } = 3;

    /// <summary>What a finished backup's <c>status</c> says; the reference shows only <c>CREATING</c>.</summary>
    public string BackupFinishedStatus { get; init; } = "OKAY";

    /// <summary>The largest vserver an upgrade may make; above it the answer is <c>upgrade_resources_exceeds_limit</c>.</summary>
    public (int Cores, int Ram, int Disk) UpgradeLimit { get; init; } = (16, 64, 500);

    public NotFoundSpelling NotFoundSpelling { get; init; } = NotFoundSpelling.Mixed;

    /// <summary>The HTTP status of "not found"; the reference does not state it, and 404 means another thing.</summary>
    public int NotFoundStatus { get; init; } = 412;

    /// <summary>Whether <c>account/*</c> and a dedicated server's console exist; the reference does not mention them.</summary>
    public bool OptionalEndpoints { get; init; } = true;

    /// <summary>Whether a token without write permission may ask for a quote, which is a POST that orders nothing.</summary>
    public bool ReadOnlyMayQuote { get; init; }

    /// <summary>Whether <c>payment.product.name</c> tells a configured vserver (<c>vserver:configure</c>) from a package; the sample says
    /// <c>vserver</c>.</summary>
    public bool PaymentNamesOrderedProduct { get; init; }

    /// <summary>Whether a vserver tells what is installed on it; the sample does, twice.</summary>
    public bool VserversTellImage { get; init; } = true;

    /// <summary>Requests per second and token before <c>ratelimit_exceeded</c>; 0 is unlimited.</summary>
    public int RequestsPerSecond { get; init; }
}
