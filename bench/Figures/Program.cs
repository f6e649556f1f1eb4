using System.Runtime.InteropServices;
using Figures;

if (args is not [var provider, var hello, var simulatorPath, .. [] or ["--large"]])
{
    Console.Error.WriteLine("usage: figures PROVIDER HELLO-WORLD SIMULATOR [--large]; bench/run knows where they are");
    return 2;
}

Bench? bench = null;
using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

try
{
    using var folder = new WorkFolder();
    using var simulator = await Simulator.StartAsync(simulatorPath, stop.Token);
    bench = new Bench(new Terraform(folder, provider, simulator, stop.Token), simulator, hello, args.Contains("--large"), stop.Token);
    await bench.MeasureAsync();
    Table.Print(bench.Figures);
    return bench.Figures.Any(f => f.IsMet == false) ? 3 : 0;
}
catch (Exception e)
{
    // All of them: an exception that nobody catches would leave the simulator and the folder behind.
    if (bench is not null)
    {
        Table.Print(bench.Figures);
    }

    Console.Error.WriteLine($"bench: {e switch { BenchException => e.Message, OperationCanceledException => "interrupted", _ => e.ToString() }}");
    return 1;
}

void Stop(PosixSignalContext context)
{
    context.Cancel = true;
    stop.Cancel();
}
