using System.Runtime.InteropServices;

namespace CliHarness;

/// <summary>What terminals, pipelines and service managers send.</summary>
public static partial class Signals
{
    /// <summary>A terminal that is closed.</summary>
    public const int Hangup = 1;

    /// <summary>Ctrl-C.</summary>
    public const int Interrupt = 2;

    /// <summary>What no process survives.</summary>
    public const int Kill = 9;

    /// <summary>A job that is cancelled, a service that is stopped, a time that is up.</summary>
    public const int Terminate = 15;

    /// <param name="process">A process, or a whole group if negative.</param>
    /// <param name="signal">One of the above.</param>
    public static void Send(int process, int signal) => Assert.True(TrySend(process, signal));

    /// <summary>False where there is no such process any more.</summary>
    public static bool TrySend(int process, int signal) => SendSignal(process, signal) == 0;

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);
}
