using static CliHarness.Config;

namespace Dashserv.Acceptance.Tests.Scenarios;

/// <summary>
/// Signals that reach the CLI and the provider in the same moment, while orders wait for their delivery: a job that is cancelled, a
/// service that is stopped, a time that is up, a terminal that is closed.
/// </summary>
public sealed class ProcessGroupTests : AcceptanceTest
{
    // Nothing is delivered before the test says so.
    private static readonly SimulatorOptions Held = Scenario.Quick with { DeploymentTime = TimeSpan.FromDays(1) };

    // Who does what first is up to the machine: DASHSERV_TEST_REPEAT runs each case so often.
    private static readonly int Repeat = int.TryParse(Environment.GetEnvironmentVariable("DASHSERV_TEST_REPEAT"), out var times) ? times : 1;

    public static MatrixTheoryData<string, int, int> Cases => new([Cli.Terraform, Cli.OpenTofu], [1, 20], Enumerable.Range(1, Repeat));

    public static MatrixTheoryData<string, int, int, int> TwiceCases =>
        new([Cli.Terraform, Cli.OpenTofu], [1, 20], [Signals.Terminate, Signals.Interrupt], Enumerable.Range(1, Repeat));

    [Theory, MemberData(nameof(Cases))]
    public async Task Terminate_WhileOrdersWait_LosesNone(string cli, int orders, int run)
    {
        await using var scenario = await Scenario.StartAsync(cli, Servers(orders), Held);
        using var apply = await OrderAsync(scenario, orders, "setsid");
        apply.Group.Send(Signals.Terminate);
        (await apply.WaitAsync()).Saying("Interrupt received", "Not ready yet").NotSaying("did not respond");
        await EndsAsync(scenario, apply, orders, run);
        await LosesNoneAsync(scenario, orders);
    }

    // The second makes the CLI end at once: what was answered by then is written only while the provider lets it wait.
    [Theory, MemberData(nameof(TwiceCases))]
    public async Task Twice_WhileOrdersWait_LosesNone(string cli, int orders, int signal, int run)
    {
        await using var scenario = await Scenario.StartAsync(cli, Servers(orders), Held);
        using var apply = await OrderAsync(scenario, orders, "setsid");
        apply.Group.Send(signal);
        await Scenario.UntilAsync(() => apply.HasSaid("Interrupt received"), "the CLI takes note of the first");
        // One order may be answered, and all ended, before the second arrives.
        apply.Group.SendIfThere(signal);
        await apply.WaitAsync();
        await EndsAsync(scenario, apply, orders, run);
        await LosesNoneAsync(scenario, orders);
    }

    // It tells the CLI to end twice: directly, and as one of its group.
    [Theory, MemberData(nameof(Cases))]
    public async Task Timeout_WhileOrdersWait_LosesNone(string cli, int orders, int run)
    {
        await using var scenario = await Scenario.StartAsync(cli, Servers(orders), Held);
        using var apply = await OrderAsync(scenario, orders, "timeout", "1h");
        // What it does when the time is up, it does as well when it is itself told to end.
        Signals.Send(apply.Id, Signals.Terminate);
        await apply.WaitAsync();
        await EndsAsync(scenario, apply, orders, run);
        await LosesNoneAsync(scenario, orders);
    }

    // The CLI dies of it, most times before it can write anything: the journal is all that knows of the orders then.
    [Theory, MemberData(nameof(Cases))]
    public async Task Hangup_WhichEndsTheCli_LeavesNoProcessAndNoLockAndLosesNone(string cli, int orders, int run)
    {
        await using var scenario = await Scenario.StartAsync(cli, Servers(orders), Held);
        // Whoever runs the tests by nohup has it ignored by all that they start.
        using var apply = await OrderAsync(scenario, orders, "setsid", "env", "--default-signal=HUP");
        apply.Group.Send(Signals.Hangup);
        await apply.WaitAsync();
        await EndsAsync(scenario, apply, orders, run);
        (await scenario.PlanAsync()).Run.NotSaying("lock");
        await TakesUpAsync(scenario, orders);
    }

    // A machine that dies, an out-of-memory killer, a runner that is reclaimed.
    [Theory, MemberData(nameof(Cases))]
    public async Task Kill_WhileOrdersWait_LosesNone(string cli, int orders, int run)
    {
        await using var scenario = await Scenario.StartAsync(cli, Servers(orders), Held);
        // The journal is where the state's data are, if there is such a place, and among the user's own state if not.
        var data = Path.Combine(scenario.Workspace.Folder, "data");
        scenario.Workspace.Environment["TF_DATA_DIR"] = run % 2 == 0 ? null : Directory.CreateDirectory(data).FullName;
        using var apply = await OrderAsync(scenario, orders, "setsid");
        apply.Group.Send(Signals.Kill);
        await apply.WaitAsync();
        await Scenario.UntilAsync(() => apply.Group.Running().Count == 0, "the group ends");
        Assert.Equal(orders, Lost(scenario).Count());
        (await scenario.PlanAsync("-lock=false")).Run.Saying("An order like this one is not in the state");
        await TakesUpAsync(scenario, orders);
    }

    // A runner that starts from nothing each time: what was delivered meanwhile has the name that it was given.
    [Theory, MemberData(nameof(Cases))]
    public async Task Kill_WithTheJournalLost_TakesOverWhatHasTheName(string cli, int orders, int run)
    {
        await using var scenario = await Scenario.StartAsync(cli, Servers(orders), Held);
        var data = Directory.CreateDirectory(Path.Combine(scenario.Workspace.Folder, "data")).FullName;
        scenario.Workspace.Environment["TF_DATA_DIR"] = data;
        using var apply = await OrderAsync(scenario, orders, "setsid");
        apply.Group.Send(Signals.Kill);
        await apply.WaitAsync();
        await Scenario.UntilAsync(() => apply.Group.Running().Count == 0, "the group ends");
        Directory.Delete(Path.Combine(data, "dashserv-orders"), recursive: true);
        foreach (var order in scenario.World.State().Orders)
        {
            scenario.World.EndOrder(order.Uuid);
        }

        // The API tells the time of an order in whole seconds.
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        (await scenario.PlanAsync("-lock=false")).Run.Saying("There is a vserver of this name already", "pay for both", "on_existing_name = \"adopt\"");
        scenario.Workspace.Environment["DASHSERV_ON_EXISTING_NAME"] = "adopt";
        (await scenario.ApplyAsync("-lock=false")).Saying("was taken over");
        Told(run, scenario.OrdersPlaced - orders, orders);
        await scenario.NothingToDoAsync();
        await scenario.EndAsync(orders);
    }

    private static string Servers(int count) => Provider + Resource("web", name: "web-${count.index}", more: $"count = {count}");

    /// <summary>An apply whose orders are all placed: the API has them, the provider may not have their answers yet.</summary>
    private static async Task<RunningCli> OrderAsync(Scenario scenario, int orders, params string[] starter)
    {
        var apply = scenario.Workspace.StartBy(starter, "apply", "-auto-approve", $"-parallelism={orders}");
        await Scenario.UntilAsync(() => scenario.OrdersPlaced == orders, "all is ordered");
        return apply;
    }

    /// <summary>Nothing runs any more, nothing lies about, and nothing was asked of the API but the orders.</summary>
    private static async Task EndsAsync(Scenario scenario, RunningCli apply, int orders, int run)
    {
        await Scenario.UntilAsync(() => apply.Group.Running().Count == 0, "the group ends");
        Assert.Empty(scenario.Workspace.TemporaryFiles);
        Assert.Equal(orders, scenario.OrdersPlaced);
        Assert.Equal(orders, scenario.Writes.Count());
        Told(run, Lost(scenario).Count(), orders);
    }

    // What tests/repeat counts.
    private static void Told(int run, int lost, int orders) => TestContext.Current.TestOutputHelper!.WriteLine(
        $"run {run}: {TestContext.Current.TestMethod!.MethodName} lost {lost} of {orders} orders");

    /// <summary>All orders are in the state: the next apply takes them up and orders nothing.</summary>
    private static async Task LosesNoneAsync(Scenario scenario, int orders)
    {
        Assert.Empty(Lost(scenario));
        foreach (var order in scenario.World.State().Orders)
        {
            scenario.World.EndOrder(order.Uuid);
        }

        await scenario.ApplyAsync();
        await scenario.NothingToDoAsync();
        await scenario.EndAsync(orders);
    }

    /// <summary>Whatever is in the state, the next apply orders nothing, but takes up what there is.</summary>
    private static async Task TakesUpAsync(Scenario scenario, int orders)
    {
        foreach (var order in scenario.World.State().Orders)
        {
            scenario.World.EndOrder(order.Uuid);
        }

        await scenario.ApplyAsync("-lock=false");
        await scenario.NothingToDoAsync();
        await scenario.EndAsync(orders);
    }

    private static IEnumerable<string> Lost(Scenario scenario)
    {
        // As text: a CLI that was ended in the middle of it leaves an empty file.
        var state = File.Exists(scenario.Workspace.StateFile) ? File.ReadAllText(scenario.Workspace.StateFile) : "";
        return scenario.World.State().Orders.Select(o => o.Uuid).Where(o => !state.Contains($"\"{o}\"", StringComparison.Ordinal));
    }
}
