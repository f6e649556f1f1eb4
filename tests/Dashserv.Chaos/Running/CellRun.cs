using Dashserv.Chaos.Grid;
using Dashserv.Chaos.Judging;

namespace Dashserv.Chaos.Running;

/// <summary>One cell, from a fresh world to an empty one.</summary>
/// <param name="cell">Which.</param>
/// <param name="seed">What is left to chance follows from it.</param>
/// <param name="kept">The folder for what is kept of cells that did not simply go well.</param>
internal sealed class CellRun(Cell cell, int seed, string kept)
{
    public async Task<CellResult> RunAsync()
    {
        var skip = new Dice(seed, $"{cell.Name} skip").Roll(0, cell.Step.Requests(cell.Count) - 1);
        return await TryAsync(skip) ?? await TryAsync(0) ?? new(cell, ["the fault never struck"], [], null);
    }

    /// <returns>Null: there were fewer requests than that.</returns>
    private async Task<CellResult?> TryAsync(int skip)
    {
        await using var stage = await Stage.SetAsync(cell, new(seed, cell.Name));
        try
        {
            if (!await PlayAsync(stage, skip))
            {
                return null;
            }
        }
        catch (Exception e)
        {
            // All of them: the other cells go on.
            stage.Transcript.Note(e.ToString());
            stage.Findings.Violate($"the cell could not be played to its end: {e.Message}");
        }

        var isKept = stage.Findings.Violations.Count + stage.Findings.Apart.Count > 0;
        return new(cell, stage.Findings.Violations, stage.Findings.Apart, isKept ? Belongings.Keep(stage, Path.Combine(kept, cell.Name)) : null);
    }

    private async Task<bool> PlayAsync(Stage stage, int skip)
    {
        stage.Strangers.Seed();
        stage.Strangers.Remember(stage.World);
        if (cell.Step.Setup is { } setup)
        {
            stage.Write(setup(stage.Infrastructure));
            (await stage.ApplyAsync("set up")).Succeeded();
        }

        stage.Write(cell.Step.Target(stage.Infrastructure));
        var strike = new Strike(stage);
        var run = await strike.RunAsync(skip);
        if (!strike.HasStruck)
        {
            return false;
        }

        await stage.SettleAsync();
        var (judge, recovery) = (new Judge(stage), new Recovery(stage));
        judge.AfterStrike();
        Belongings.NoteState(stage);
        await recovery.RunAsync(run);
        if (!judge.TookAStrangers(recovery.Said))
        {
            judge.AfterAll(recovery.Unheeded, recovery.Imported);
            judge.AfterDestroy(await stage.RunAsync("destroyed", "destroy", "-auto-approve", "-lock=false", "-parallelism=20"), recovery.Unheeded);
        }

        return true;
    }
}
