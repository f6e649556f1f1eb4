using System.Collections.Concurrent;
using Dashserv.Chaos.Grid;
using Dashserv.Chaos.Judging;
using Dashserv.Chaos.Running;

namespace Dashserv.Chaos;

/// <summary>Runs cells side by side: each waits for its Terraform most of the time.</summary>
internal static class ChaosRun
{
    /// <summary>Where what did not simply go well is kept.</summary>
    public static string FolderOf(int seed) => Path.Combine(ProviderExecutable.Repository, "artifacts", "chaos", $"{seed}");

    public static async Task<IReadOnlyList<CellResult>> RunAsync(
        IReadOnlyList<Cell> cells, int seed, int parallel, Action<CellResult, int> tell, CancellationToken stop)
    {
        var results = new ConcurrentQueue<CellResult>();
        try
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = stop };
            await Parallel.ForEachAsync(cells, options, async (cell, _) =>
            {
                var result = await new CellRun(cell, seed, FolderOf(seed)).RunAsync();
                results.Enqueue(result);
                tell(result, results.Count);
            });
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What was run by then still counts.
        }

        return [.. results];
    }
}
