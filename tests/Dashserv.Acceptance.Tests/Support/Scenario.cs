using System.Text.Json.Nodes;
using Dashserv.Simulator.Control;

namespace Dashserv.Acceptance.Tests.Support;

/// <summary>A world, an account in it, and a workspace that talks to it: what one test drives from nothing to nothing.</summary>
internal sealed class Scenario : IAsyncDisposable
{
    public const string Token = "simulator-reseller";
    private const string PlanFile = "saved.tfplan";

    private Scenario(SimulatorServer simulator, Workspace workspace) => (Simulator, Workspace) = (simulator, workspace);

    public SimulatorServer Simulator { get; }

    public SimulatedWorld World => Simulator.World;

    public Workspace Workspace { get; }

    /// <summary>The only server of the account.</summary>
    public ProductState Server => Assert.Single(World.State().Products);

    /// <summary>A world in which everything takes a moment, not none.</summary>
    public static SimulatorOptions Quick { get; } = new()
    {
        DeploymentTime = TimeSpan.FromMilliseconds(300),
        ProductUuidAfter = TimeSpan.FromMilliseconds(100),
        PowerTime = TimeSpan.FromMilliseconds(200),
        ShutdownTime = TimeSpan.FromMilliseconds(300),
        ReinstallTime = TimeSpan.FromMilliseconds(300),
        UpgradeTime = TimeSpan.FromMilliseconds(300),
        BackupTime = TimeSpan.FromMilliseconds(300),
        RestoreTime = TimeSpan.FromMilliseconds(300),
        InstallationTime = TimeSpan.FromMilliseconds(300),
    };

    public static async Task<Scenario> StartAsync(string cli, string? config = null, SimulatorOptions? options = null)
    {
        var workspace = new Workspace(cli);
        var simulator = await SimulatorServer.StartAsync(options ?? Quick);
        workspace.Environment["DASHSERV_ENDPOINT"] = simulator.Endpoint.ToString();
        workspace.Environment["DASHSERV_TOKEN"] = Token;
        workspace.Environment["DASHSERV_POLL_INTERVAL"] = "100ms";
        var scenario = new Scenario(simulator, workspace);
        if (config is not null)
        {
            scenario.Write(config);
        }

        return scenario;
    }

    /// <summary>Makes this the configuration.</summary>
    public Scenario Write(string config)
    {
        Workspace.Write("main.tf", config);
        return this;
    }

    public Task<CliResult> RunAsync(params string[] arguments) => Workspace.RunAsync(arguments);

    /// <summary>Plans; fails the test if the plan fails. The plan is what <see cref="ApplyPlanAsync"/> applies.</summary>
    public async Task<PlanView> PlanAsync(params string[] arguments)
    {
        var run = await RunAsync(["plan", "-detailed-exitcode", $"-out={PlanFile}", .. arguments]);
        Assert.True(run.ExitCode is 0 or 2, $"The plan failed:\n{run.Output}");
        var shown = await RunAsync("show", "-json", PlanFile);
        return new(run, shown.Succeeded().Json);
    }

    public async Task<CliResult> ApplyPlanAsync() => (await RunAsync("apply", PlanFile)).Succeeded();

    public async Task<CliResult> ApplyAsync(params string[] arguments) => (await TryApplyAsync(arguments)).Succeeded();

    public Task<CliResult> TryApplyAsync(params string[] arguments) => RunAsync(["apply", "-auto-approve", .. arguments]);

    /// <summary>Another configuration, applied, after which a plan is empty.</summary>
    public async Task<CliResult> ApplyAsync(string config, bool thenEmpty)
    {
        var result = await Write(config).ApplyAsync();
        if (thenEmpty)
        {
            await NothingToDoAsync();
        }

        return result;
    }

    /// <summary>A plan now is empty.</summary>
    public async Task NothingToDoAsync()
    {
        var run = await RunAsync("plan", "-detailed-exitcode");
        Assert.True(run.ExitCode == 0, $"The plan was to be empty:\n{run.Output}");
    }

    /// <summary>The state's resources, without what changes with every write.</summary>
    public string StateOfResources() =>
        File.Exists(Workspace.StateFile) ? JsonNode.Parse(File.ReadAllText(Workspace.StateFile))!["resources"]!.ToJsonString() : "[]";

    /// <summary>An attribute in the state, as text.</summary>
    public string? Attribute(string name, string label = "web") => Attributes(name, label)[0];

    /// <summary>An attribute of all instances of a resource, in their order.</summary>
    public IReadOnlyList<string?> Attributes(string name, string label) =>
        [.. JsonNode.Parse(StateOfResources())!.AsArray().First(r => (string?)r!["name"] == label)!["instances"]!.AsArray()
            .Select(i => i!["attributes"]![name]?.ToString())];

    /// <summary>Whether a text is anywhere in the state, be it in a backup of it.</summary>
    public bool StateHolds(string text) =>
        Directory.EnumerateFiles(Workspace.Folder, "terraform.tfstate*").Any(f => File.ReadAllText(f).Contains(text, StringComparison.OrdinalIgnoreCase));

    /// <summary>A vserver that nobody ordered and no configuration has.</summary>
    public string Seed(VserverSeed? seed = null) => Assert.Single(World.SeedVservers(seed ?? new()));

    /// <summary>What was done by the API since the journal was cleared, apart from asking for prices.</summary>
    public IEnumerable<string> Writes =>
        Simulator.Journal.Entries().Where(e => e.Method != "GET" && !e.Fields.ContainsKey("calculate")).Select(e => $"{e.Method} {e.Path}");

    /// <summary>Another configuration, which plans to do this, is applied without a write at the API, after which a plan is empty.</summary>
    public async Task AdoptsAsync(string config, string address, string actions)
    {
        (await Write(config).PlanAsync()).Plans(address, actions);
        Simulator.Journal.Clear();
        await ApplyPlanAsync();
        Assert.Empty(Writes);
        await NothingToDoAsync();
    }

    /// <summary>Waits for something to become true of the world.</summary>
    public static async Task UntilAsync(Func<bool> condition, string what)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!condition())
        {
            Assert.False(patience.IsCancellationRequested, $"It never came to this: {what}.");
            await Task.Delay(20, CancellationToken.None);
        }
    }

    /// <summary>An apply that Ctrl-C ends while its order waits, as a pipeline does that has no more time. Answers the order's id as well.</summary>
    public async Task<(string Order, CliResult Apply)> LeaveWaitingAsync()
    {
        Simulator.Journal.Clear();
        using var apply = Workspace.Start("apply", "-auto-approve");
        // The second look is a sign that the first one's answer has come.
        await UntilAsync(
            () => Simulator.Journal.Entries().SkipWhile(e => !e.IsOrder).Count(e => e.Path.StartsWith("/v1/manage/order/", StringComparison.Ordinal)) > 1,
            "the order is followed");
        apply.Interrupt();
        return (World.State().Orders[^1].Uuid, (await apply.WaitAsync()).Saying("Not ready yet", "was interrupted"));
    }

    public int OrdersPlaced => World.State().OrdersPlaced;

    /// <summary>Destroys; then the account has nothing left, and so many orders were placed in all.</summary>
    public async Task EndAsync(int orders = 1)
    {
        (await RunAsync("destroy", "-auto-approve")).Succeeded();
        NothingIsLeft(orders);
    }

    public void NothingIsLeft(int orders)
    {
        var world = World.State();
        Assert.Empty(world.Products);
        Assert.Equal(orders, world.OrdersPlaced);
        Assert.Equal("[]", StateOfResources());
    }

    public async ValueTask DisposeAsync()
    {
        await Simulator.DisposeAsync();
        Workspace.Dispose();
    }
}
