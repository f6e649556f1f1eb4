using System.Runtime.InteropServices;

namespace TerraformPlugin.Tests.Hosting;

/// <summary>Sends what a terminal or a service manager sends.</summary>
internal static class Signals
{
    private const int Interrupt = 2;
    private const int Terminate = 15;

    public static void SendInterrupt(int process) => Assert.Equal(0, Kill(process, Interrupt));

    public static void SendTerminate(int process) => Assert.Equal(0, Kill(process, Terminate));

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
