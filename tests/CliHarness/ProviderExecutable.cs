namespace CliHarness;

/// <summary>The published provider: what DASHSERV_PROVIDER_EXECUTABLE names, else what "make build" left in artifacts/provider.</summary>
public static class ProviderExecutable
{
    private const string Name = "terraform-provider-dashserv";

    /// <summary>The repository's root: where the solution is.</summary>
    public static string Repository { get; } = FindRepository();

    public static string Path { get; } = Environment.GetEnvironmentVariable("DASHSERV_PROVIDER_EXECUTABLE") is { Length: > 0 } given
        ? System.IO.Path.GetFullPath(given)
        : System.IO.Path.Combine(Repository, "artifacts", "provider", Name);

    /// <summary>The folder that holds it alone; skips the test where there is none.</summary>
    public static string RequireFolder()
    {
        Assert.SkipUnless(File.Exists(Path), $"There is no {Path}. Run \"make build\", or set DASHSERV_PROVIDER_EXECUTABLE.");
        return System.IO.Path.GetDirectoryName(Path)!;
    }

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "dashserv.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException($"{AppContext.BaseDirectory} is not in the repository.");
        }

        return folder.FullName;
    }
}
