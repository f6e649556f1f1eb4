namespace Figures;

/// <summary>All measurements, in the order of the table.</summary>
internal sealed class Bench(Terraform terraform, Simulator simulator, string hello, bool isLarge, CancellationToken stop)
{
    private static readonly TimeSpan Deployment = TimeSpan.FromSeconds(3);

    // Terraform's own default: so many resources are created at once.
    private const int Parallelism = 10;
    private const double Megabyte = 1024 * 1024;

    private readonly List<Figure> _figures = [];
    private readonly Fleet _fleet = new(terraform, simulator);

    /// <summary>What is measured so far.</summary>
    public IReadOnlyList<Figure> Figures => _figures;

    public async Task MeasureAsync()
    {
        await StartAsync();
        await ValidateAsync();
        var one = await _fleet.ApplyOneAsync();
        await PlanOneAsync(one);
        var scaling = new Scaling(await PlansAsync(one, 5));
        await SizeAsync(scaling, 10, runs: 7);
        await SizeAsync(scaling, 100, runs: 7);
        await SizeAsync(scaling, 1_000, runs: 7);
        Executable();
        await ApplyAsync();
        // Last, as it takes five minutes: mostly Terraform's own time.
        if (isLarge)
        {
            await SizeAsync(scaling, 10_000, runs: 1);
        }

        _figures.AddRange(scaling.Figures());
    }

    private async Task StartAsync()
    {
        Say("start to handshake line");
        var start = new PluginStart();
        var (ours, reference) = await Interleaved.MediansAsync(
            25, () => start.FirstLineAsync(terraform.Provider, "1|6|", stays: true), () => start.FirstLineAsync(hello, "hello world", stays: false));
        _figures.Add(Figure.AtMost(8, "start to handshake line, mutual TLS", ours, reference, "ms", "AOT hello world"));
    }

    private async Task ValidateAsync()
    {
        Say("validate");
        var (servers, nothing) = (terraform.Workspace("validate", Modules.Vservers("any", 1)), terraform.Workspace("nothing", Modules.Empty));
        var (ours, reference) = await Interleaved.MediansAsync(9, () => terraform.ValidateAsync(servers), () => terraform.ValidateAsync(nothing));
        _figures.Add(Figure.AtMost(3.5, "validate, 1 vserver", ours, reference, "ms", "no provider"));
    }

    private async Task PlanOneAsync(FleetSize one)
    {
        Say("plan of one");
        var (ours, reference) = await PlansAsync(one, 9);
        _figures.Add(Figure.AtMost(5, "plan, 1 vserver, nothing to do", ours, reference, "ms", "1 terraform_data"));
    }

    private async Task SizeAsync(Scaling scaling, int count, int runs)
    {
        Say($"plan of {count}");
        stop.ThrowIfCancellationRequested();
        var isLong = count >= 10_000;
        var fleet = await _fleet.CreateAsync(count, refresh: !isLong);
        var (ours, reference) = (0.0, 0.0);
        var allCalls = await simulator.CountCallsAsync(async () => (ours, reference) = await PlansAsync(fleet, runs, warmUp: !isLong));
        var calls = allCalls / (isLong ? runs : runs + 1);
        var watch = new ProviderWatch(terraform.Provider);
        if (!isLong)
        {
            await terraform.PlanAsync(fleet.Servers, watch.FollowAsync);
        }

        scaling.Add(count, ours, reference, calls, isLong ? null : watch.CpuSeconds);
        if (count == 1_000)
        {
            _figures.Add(Figure.AtMost(2, "plan, 1,000 vservers, nothing to do", ours, reference, "ms", "1,000 terraform_data"));
            _figures.Add(await SameContentAsync(fleet));
            _figures.Add(new Figure("API calls of that plan", $"{calls}", "1000, one each", calls / 1000.0, "<= 10", calls <= 10));
            _figures.Add(
                new Figure("peak memory of the provider in that plan", $"{watch.PeakMegabytes:0.0} MB", "", null, "<= 64 MB", watch.PeakMegabytes <= 64));
        }

        await simulator.ResetAsync();
    }

    // What the first reference leaves open: how much of the difference is Terraform's own work on so many attributes.
    private async Task<Figure> SameContentAsync(FleetSize fleet)
    {
        var content = await _fleet.CreateSameContentAsync(fleet.Count);
        var (ours, reference) = await PlansAsync(fleet with { Data = content }, 3);
        return new Figure(
            "the same", $"{Figure.Text(ours)} ms", $"{Figure.Text(reference)} ms, with the same attributes, twice", ours / reference, "(no goal: informs)",
            null);
    }

    private async Task ApplyAsync()
    {
        const int Count = 100;
        await simulator.SetDeploymentAsync(Deployment);
        List<double> seconds = [];
        for (var i = 1; i <= 3; i++)
        {
            Say($"apply of {Count}, {i} of 3");
            stop.ThrowIfCancellationRequested();
            seconds.Add(await terraform.ApplyAsync(terraform.Workspace($"apply-{i}", Modules.Vservers($"apply{i}", Count))) / 1000);
        }

        _figures.Add(Figure.AtMost(
            1.25, "apply, 100 vservers, deployment 3 s", Interleaved.Median(seconds), Count / Parallelism * Deployment.TotalSeconds, "s",
            "parallelism 10 x deployment"));
    }

    private void Executable()
    {
        var megabytes = new FileInfo(terraform.Provider).Length / Megabyte;
        _figures.Add(new Figure("executable, one file", $"{megabytes:0.0} MB", "", null, "<= 20 MB", megabytes <= 20));
    }

    private Task<(double Ours, double Reference)> PlansAsync(FleetSize fleet, int runs, bool warmUp = true) =>
        Interleaved.MediansAsync(runs, () => terraform.PlanAsync(fleet.Servers), () => terraform.PlanAsync(fleet.Data), warmUp);

    private static void Say(string what) => Console.WriteLine($"measuring: {what}");
}
