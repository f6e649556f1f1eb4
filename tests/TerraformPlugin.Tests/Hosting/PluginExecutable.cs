namespace TerraformPlugin.Tests.Hosting;

/// <summary>
/// The executable that the process tests start: the test plugin, or whatever DASHSERV_PROVIDER_EXECUTABLE names, such as a published provider.
/// </summary>
internal static class PluginExecutable
{
    private static readonly string? Given = Environment.GetEnvironmentVariable("DASHSERV_PROVIDER_EXECUTABLE");

    /// <summary>Whether it is ours, which can be told to crash.</summary>
    public static bool IsTestPlugin => string.IsNullOrEmpty(Given);

    public static string Path { get; } = IsTestPlugin ? TestPlugin() : System.IO.Path.GetFullPath(Given!);

    // artifacts/bin/<project>/<configuration>/
    private static string TestPlugin()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(System.IO.Path.DirectorySeparatorChar));
        var name = "TerraformPlugin.TestPlugin";
        return System.IO.Path.Combine(own.Parent!.Parent!.FullName, name, own.Name, OperatingSystem.IsWindows() ? name + ".exe" : name);
    }
}
