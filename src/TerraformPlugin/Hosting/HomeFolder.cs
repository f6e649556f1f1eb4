namespace TerraformPlugin.Hosting;

/// <summary>Where a process has no home (a container's numeric user has neither HOME nor an entry in passwd), the runtime throws as soon as TLS asks for the
/// user's own certificates.</summary>
internal static class HomeFolder
{
    /// <summary>A folder that nobody has, and nobody can put anything into.</summary>
    public const string None = "/nonexistent";

    /// <summary>Gives this process such a home if it has none. Has to come before anything asks for it.</summary>
    public static void Provide()
    {
        if (!OperatingSystem.IsWindows() && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("HOME")))
        {
            Environment.SetEnvironmentVariable("HOME", None);
        }
    }
}
