using System.Runtime.InteropServices;
using Dashserv.Simulator;

// The rule that bans the console guards the provider's stdout, which is its wire; here it is where people look.
#pragma warning disable RS0030
using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
#pragma warning restore RS0030

if (args is ["--help"])
{
    await output.WriteLineAsync(CommandLine.Usage);
    return 0;
}

CommandLine command;
try
{
    command = CommandLine.Parse(args);
}
catch (FormatException e)
{
    await output.WriteLineAsync($"{e.Message} See --help.");
    return 2;
}

var stop = new TaskCompletionSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
await using var server = await SimulatorServer.StartAsync(command.Options, command.Time);
await output.WriteLineAsync($"simulator listening on {server.Endpoint}");
await stop.Task;
return 0;

void Stop(PosixSignalContext context)
{
    context.Cancel = true;
    stop.TrySetResult();
}
