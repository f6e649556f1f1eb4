using Dashserv.Simulator.Journal;

namespace Dashserv.Chaos.Running;

/// <summary>The apply that is struck.</summary>
internal sealed class Strike(Stage stage)
{
    private const string Name = "chaos";

    // Whoever starts all this by nohup, or in a shell's background, has signals ignored by all that it starts.
    private static readonly string[] Starter = ["setsid", "env", "--default-signal=HUP,INT,QUIT,TERM"];

    private static readonly TimeSpan OrphanLimit = TimeSpan.FromSeconds(30);

    /// <summary>Whether strangers order in the very moment, or so much later that theirs cannot be ours.</summary>
    public bool InTheMoment { get; } = stage.Strangers.WereInTheMoment = stage.Dice.Roll(1, stage.Cell.Fault.HasEffect == false ? 3 : 2) == 1;

    public bool HasStruck { get; private set; }

    public async Task<CliResult> RunAsync(int skip)
    {
        var (cell, faults) = (stage.Cell, stage.Simulator.Faults);
        var times = stage.Dice.Roll(cell.Fault.Times.Least, cell.Fault.HasMoment || cell.Count == 1 ? cell.Fault.Times.Most : cell.Fault.Times.Most * 2);
        stage.Simulator.Journal.Clear();
        faults.Add(cell.Fault.Strike(cell.Step.Match) with { Name = Name, Skip = skip, Times = times });
        stage.Transcript.Note($"{cell.Fault.Name} strikes {times} requests of {cell.Step.Name} after {skip}; strangers: {(InTheMoment ? "at once" : "later")}");

        using var apply = stage.Workspace.StartBy(Starter, "apply", "-auto-approve", "-parallelism=20");
        using var over = new CancellationTokenSource();
        var ended = apply.WaitAsync();
        var strangers = cell.Step.IsOrder ? ShadowAsync(over.Token) : Task.CompletedTask;
        if (cell.Fault.HasMoment && await IsHeldAsync(ended))
        {
            await StrangersQuotedAsync();
            await cell.Fault.ActAsync(apply, stage.Dice);
            stage.Transcript.Note($"{cell.Fault.Name} has struck");
            faults.Clear();
        }

        var run = await ended;
        stage.Transcript.Add("struck", run);
        await EndGroupAsync(apply);
        HasStruck = faults.Hits > 0;
        faults.Clear();
        await over.CancelAsync();
        await strangers;
        return run;
    }

    private async Task<bool> IsHeldAsync(Task ended)
    {
        while (true)
        {
            var ring = stage.Simulator.Bell.NextAsync();
            if (stage.Simulator.Faults.Held > 0)
            {
                await Task.Delay(stage.Dice.Roll(0, 300));
                return true;
            }

            if (await Task.WhenAny(ring, ended) == ended)
            {
                return false;
            }
        }
    }

    // What is held before its effect is in no journal yet, but its price was asked for.
    private async Task StrangersQuotedAsync()
    {
        if (stage.Cell.Step.IsOrder && InTheMoment && !stage.Strangers.HasOrdered)
        {
            var quotes = stage.Simulator.Journal.Entries(method: "POST").Where(e => e.Fields.ContainsKey("calculate")).ToList();
            var quote = stage.Dice.Pick(quotes);
            await stage.Strangers.OrderLikeAsync(quote.Path, quote.Fields);
        }
    }

    private async Task ShadowAsync(CancellationToken over)
    {
        for (var seen = 0; !over.IsCancellationRequested;)
        {
            var ring = stage.Simulator.Bell.NextAsync();
            var entries = stage.Simulator.Journal.Entries();
            foreach (var lost in entries.Skip(seen).Where(e => IsLost(e) && !stage.Strangers.HasOrderedLike(e.Fields)))
            {
                if (!InTheMoment)
                {
                    // The API counts whole seconds, and the provider allows for one more.
                    await Task.Delay(2600, CancellationToken.None);
                }

                await stage.Strangers.OrderLikeAsync(lost.Path, lost.Fields);
            }

            seen = entries.Count;
            await Task.WhenAny(ring, Task.Delay(Timeout.InfiniteTimeSpan, over));
        }
    }

    private static bool IsLost(JournalEntry entry) => entry.IsOrder && entry.Fault == Name;

    private async Task EndGroupAsync(RunningCli apply)
    {
        for (var waited = TimeSpan.Zero; apply.Group.Running() is { Count: > 0 } left; waited += TimeSpan.FromMilliseconds(100))
        {
            if (waited > OrphanLimit)
            {
                stage.Findings.Violate($"still running long after Terraform has ended: {string.Join(", ", left)}");
                apply.Group.SendIfThere(Signals.Kill);
                return;
            }

            await Task.Delay(100);
        }
    }
}
