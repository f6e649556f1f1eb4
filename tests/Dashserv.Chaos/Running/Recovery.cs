using Dashserv.Chaos.Grid;

namespace Dashserv.Chaos.Running;

/// <summary>What a user does after a run that went wrong: reads what it said, and applies again, up to twice.</summary>
internal sealed class Recovery(Stage stage)
{
    // After these, and these alone, the documentation asks a user to look into the panel before the next apply.
    private static readonly string[] Asked =
    [
        "its answer was lost", "is not accounted for", "The order was answered with",
    ];

    private const string NamesakeWarning = "of this name already";

    private readonly List<CliResult> _runs = [];

    /// <summary>Servers of ours beside which another was ordered: the plan before had named them, and nobody listened.</summary>
    public HashSet<string> Unheeded { get; } = [];

    /// <summary>Servers that were imported by hand.</summary>
    public HashSet<string> Imported { get; } = [];

    /// <summary>All that was said.</summary>
    public IEnumerable<string> Said => _runs.Select(r => r.Words);

    public async Task RunAsync(CliResult struck)
    {
        await ReadAsync(struck);
        if (stage.Cell.Journal != JournalFate.Kept)
        {
            await LoseAsync();
        }

        if (await ApplyAsync("applied again") && await IsEmptyAsync())
        {
            return;
        }

        if (!await ApplyAsync("applied once more"))
        {
            stage.Findings.Violate($"two more applies have not mended it: {FirstError(_runs[^1])}");
        }
        else if (!await IsEmptyAsync())
        {
            stage.Findings.Violate("a plan after all is not empty");
        }
    }

    private async Task<bool> ApplyAsync(string what)
    {
        var run = await stage.ApplyAsync(what);
        await ReadAsync(run);
        return run.ExitCode == 0;
    }

    private async Task<bool> IsEmptyAsync() => (await stage.RunAsync("planned", "plan", "-detailed-exitcode", "-lock=false")).ExitCode == 0;

    private async Task LoseAsync()
    {
        stage.LoseJournal();
        // The API tells the time of an order in whole seconds: a namesake has to be older than the run.
        await Task.Delay(2200);
        // As JSON: for people, Terraform shows the first of several warnings that are alike, and counts the others.
        var plan = await stage.RunAsync("planned without the journal", "plan", "-json", "-lock=false");
        if (stage.Cell.Journal == JournalFate.LostWarn)
        {
            var warnings = plan.StandardOutput.Split('\n').Where(l => l.Contains(NamesakeWarning, StringComparison.Ordinal)).ToList();
            Unheeded.UnionWith(stage.Orphans().Select(p => p.Uuid).Where(id => warnings.Exists(w => w.Contains(id, StringComparison.Ordinal))));
            foreach (var id in Unheeded)
            {
                stage.Findings.SetApart($"the plan named {id}, and another was ordered beside it");
            }
        }
    }

    private async Task ReadAsync(CliResult run)
    {
        _runs.Add(run);
        await stage.SettleAsync();
        if (!Asked.Any(words => run.Words.Contains(words, StringComparison.Ordinal)))
        {
            return;
        }

        foreach (var orphan in stage.Orphans().Where(o => !Unheeded.Contains(o.Uuid)))
        {
            await ImportAsync(orphan, run);
        }
    }

    private async Task ImportAsync(ProductState orphan, CliResult run)
    {
        var type = stage.Cell.Step.IsDedicated ? "dashserv_dedicated_server" : "dashserv_vserver";
        var taken = stage.State.Instances.Where(i => i.IsServer).Select(i => i.Index).ToHashSet();
        var index = stage.Cell.Step.IsDedicated ? Enumerable.Range(0, stage.Cell.Count).First(i => !taken.Contains(i)) : IndexOf(orphan);
        var how = run.Words.Contains(orphan.Uuid, StringComparison.Ordinal) ? "was told of" : "found in the panel";
        Imported.Add(orphan.Uuid);
        stage.Findings.SetApart($"somebody {how} {orphan.Uuid} and imported it");
        var import = await stage.RunAsync("imported", "import", "-lock=false", $"{type}.web[{index}]", orphan.Uuid);
        if (import.ExitCode != 0)
        {
            stage.Findings.Violate($"{orphan.Uuid} cannot be imported: {FirstError(import)}");
        }
    }

    private static int IndexOf(ProductState server) => int.Parse(server.Name["web-".Length..]);

    private static string FirstError(CliResult run)
    {
        var at = run.Words.IndexOf("Error: ", StringComparison.Ordinal);
        return at < 0 ? $"it ended with {run.ExitCode}" : run.Words[at..Math.Min(run.Words.Length, at + 200)];
    }
}
