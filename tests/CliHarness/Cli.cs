namespace CliHarness;

/// <summary>The command lines that drive the provider. What is not installed is skipped, and says so.</summary>
public static class Cli
{
    public const string Terraform = "terraform";
    public const string OpenTofu = "tofu";

    /// <summary>The executable's path; skips the test where there is none.</summary>
    public static string Require(string name) => Require(name, $"what it would show about {(name == OpenTofu ? "OpenTofu" : "Terraform")} is not tested.");

    /// <summary>The path of a command that starts a CLI; skips the test where there is none.</summary>
    public static string RequireStarter(string name) => Require(name, "what becomes of a CLI that it starts is not tested.");

    private static string Require(string name, string loss)
    {
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(d => Path.Combine(d, name)).FirstOrDefault(File.Exists);
        Assert.SkipWhen(found is null, $"\"{name}\" is not on PATH: {loss}");
        return found!;
    }
}
