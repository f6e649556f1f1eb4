using System.Runtime.InteropServices;
using Dashserv.Chaos;
using Dashserv.Chaos.Grid;
using Dashserv.Chaos.Judging;

if (args is ["--help"])
{
    Console.WriteLine(ChaosOptions.Usage);
    return 0;
}

ChaosOptions options;
try
{
    options = ChaosOptions.Parse(args);
}
catch (FormatException e)
{
    Console.Error.WriteLine($"{e.Message} See --help.");
    return 2;
}

using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
var grid = new CellGrid();
var cells = options.Choose(grid);
if (options.ListsOnly)
{
    cells.ToList().ForEach(Console.WriteLine);
    Console.WriteLine($"{cells.Count} of {grid.Cells.Count} cells by --seed {options.Seed}");
    return 0;
}

Console.WriteLine($"{cells.Count} of {grid.Cells.Count} cells, {options.Parallel} at once, by --seed {options.Seed}. Ctrl-C ends it after those that run.");
var results = await ChaosRun.RunAsync(cells, options.Seed, options.Parallel, Tell, stop.Token);
Console.WriteLine(ChaosReport.Of(results, grid, options.Seed));
return results.Any(r => r.Verdict == Verdict.Violated) ? 1 : 0;

void Tell(CellResult result, int done)
{
    if (result.Verdict == Verdict.Violated)
    {
        Console.WriteLine($"VIOLATED {result.Cell}: {string.Join("; ", result.Violations)}");
    }

    if (done % 20 == 0)
    {
        Console.WriteLine($"{done} of {cells.Count}");
    }
}

void Stop(PosixSignalContext context)
{
    context.Cancel = true;
    stop.Cancel();
}
