using Dashserv.Chaos.Grid;
using Dashserv.Chaos.Judging;
using Dashserv.Simulator.Journal;

namespace Dashserv.Chaos.Running;

/// <summary>All that a cell plays on: its world, its workspace, its strangers, and what is noted of it.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private const string Data = "data";

    private Stage(Cell cell, Dice dice, SimulatorServer simulator)
    {
        (Cell, Dice, Simulator) = (cell, dice, simulator);
        Workspace = new(Cli.Terraform);
        Workspace.Environment["DASHSERV_ENDPOINT"] = simulator.Endpoint.ToString();
        Workspace.Environment["DASHSERV_TOKEN"] = ChaosWorld.Token;
        Workspace.Environment["DASHSERV_POLL_INTERVAL"] = "100ms";
        Workspace.Environment["DASHSERV_ON_EXISTING_NAME"] = cell.Journal == JournalFate.LostAdopt ? "adopt" : "warn";
        Workspace.Environment["TF_DATA_DIR"] = Directory.CreateDirectory(Path.Combine(Workspace.Folder, Data)).FullName;
        Strangers = new(simulator, Transcript) { NameEnding = cell.Journal == JournalFate.LostAdopt ? "-theirs" : "" };
        Infrastructure = new(cell.Count, cell.Count == 1 ? "15s" : "30s");
    }

    public Cell Cell { get; }

    public Dice Dice { get; }

    public SimulatorServer Simulator { get; }

    public Workspace Workspace { get; }

    public Strangers Strangers { get; }

    public Infrastructure Infrastructure { get; }

    public Transcript Transcript { get; } = new();

    public Findings Findings { get; } = new();

    public StateView State => StateView.Read(Workspace.StateFile);

    public WorldState World => Simulator.World.State();

    public static async Task<Stage> SetAsync(Cell cell, Dice dice) => new(cell, dice, await ChaosWorld.StartAsync());

    public void Write(string config) => Workspace.Write("main.tf", config);

    public async Task<CliResult> RunAsync(string what, params string[] arguments)
    {
        // In a session of its own: Ctrl-C is for us, and the cells that run go on to their end.
        using var running = Workspace.StartBy(["setsid"], arguments);
        var run = await running.WaitAsync();
        Transcript.Add(what, run);
        return run;
    }

    // A Terraform that was killed leaves its lock behind.
    public Task<CliResult> ApplyAsync(string what) =>
        RunAsync(what, "apply", "-auto-approve", "-lock=false", "-parallelism=20");

    public IReadOnlyList<ProductState> Own(WorldState world)
    {
        var theirs = Strangers.ServersOf(world);
        return [.. world.Products.Where(p => !theirs.Contains(p.Uuid))];
    }

    public IReadOnlyList<OrderState> OwnOrders(WorldState world) => [.. world.Orders.Where(o => !Strangers.IsTheirs(o))];

    /// <summary>Servers of ours that no state has, nor an order of which one has.</summary>
    public IReadOnlyList<ProductState> Orphans()
    {
        var (state, world) = (State, World);
        return [.. Own(world).Where(p => !state.Has(p.Uuid) && !world.Orders.Any(o => o.ProductUuid == p.Uuid && state.HasOrder(o.Uuid)))];
    }

    /// <summary>The writes that the API was asked for.</summary>
    public IEnumerable<JournalEntry> Writes => Simulator.Journal.Entries().Where(e => e.Method != "GET" && !e.Fields.ContainsKey("calculate"));

    /// <summary>Waits until all that was ordered is delivered.</summary>
    public async Task SettleAsync()
    {
        while (World.Orders.Any(o => o.Status is not ("okay" or "error" or "cancelled")))
        {
            await Task.Delay(50);
        }

        Strangers.Remember(World);
    }

    public void LoseJournal()
    {
        foreach (var folder in Directory.EnumerateDirectories(Workspace.Folder, "dashserv-orders", SearchOption.AllDirectories).ToList())
        {
            Directory.Delete(folder, recursive: true);
        }

        Transcript.Note("the journal is lost");
    }

    public async ValueTask DisposeAsync()
    {
        Strangers.Dispose();
        try
        {
            await Simulator.DisposeAsync();
        }
        catch (OperationCanceledException)
        {
            // On a busy machine, a connection may take longer to close than its server waits.
        }

        Workspace.Dispose();
    }
}
