using System.Runtime.InteropServices;

namespace TerraformPlugin.Tests.Hosting;

/// <summary>Sends what a terminal or a service manager sends.</summary>
internal static class Signals
{
    public const int Hangup = 1;
    public const int Interrupt = 2;
    public const int Terminate = 15;

    /// <summary>Whoever runs the tests by nohup has SIGHUP ignored by all that they start.</summary>
    public static void SkipWhereIgnored(int signal)
    {
        const string Status = "/proc/self/status";
        const string Ignored = "SigIgn:";
        var mask = File.Exists(Status) ? File.ReadLines(Status).First(l => l.StartsWith(Ignored, StringComparison.Ordinal))[Ignored.Length..] : "0";
        Assert.SkipWhen((Convert.ToUInt64(mask.Trim(), 16) >> (signal - 1) & 1) != 0, "the signal is ignored here");
    }

    public static void Send(int process, int signal) => Assert.Equal(0, Kill(process, signal));

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
