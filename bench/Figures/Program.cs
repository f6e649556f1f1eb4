using Figures;

if (args is not [var provider, var hello, var simulatorPath])
{
    Console.Error.WriteLine("usage: figures PROVIDER HELLO-WORLD SIMULATOR; bench/run knows where they are");
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};

try
{
    using var folder = new WorkFolder();
    using var simulator = await Simulator.StartAsync(simulatorPath, stop.Token);
    var bench = new Bench(new Terraform(folder, provider, simulator), simulator, hello, stop.Token);
    var figures = await bench.MeasureAsync();
    Table.Print(figures);
    return figures.Any(f => f.IsMet == false) ? 3 : 0;
}
catch (Exception e)
{
    // All of them: an exception that nobody catches would leave the simulator and the folder behind.
    Console.Error.WriteLine($"bench: {e switch { BenchException => e.Message, OperationCanceledException => "interrupted", _ => e.ToString() }}");
    return 1;
}
