using System.Diagnostics;

namespace CliHarness;

/// <summary>A folder of its own with a configuration, its state and a CLI to run in it, cut off from the settings of whoever runs the tests.</summary>
public sealed class Workspace : IDisposable
{
    // Only so that a fault ends a test instead of hanging it.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("dashserv-");
    private readonly DirectoryInfo _temporary;
    private readonly string _cli;

    public Workspace(string cli)
    {
        _cli = Cli.Require(cli);
        Folder = _root.CreateSubdirectory("work").FullName;
        var home = _root.CreateSubdirectory("home").FullName;
        _temporary = _root.CreateSubdirectory("tmp");
        Environment = new()
        {
            ["HOME"] = home,
            ["TMPDIR"] = _temporary.FullName,
            ["TF_CLI_CONFIG_FILE"] = Path.Combine(home, "cli.tfrc"),
            ["TF_CLI_ARGS"] = "-no-color",
            ["TF_INPUT"] = "0",
            ["TF_IN_AUTOMATION"] = "1",
            ["CHECKPOINT_DISABLE"] = "1",
            // A command is over before Go's garbage collector pays: without this it takes a quarter more of the processor.
            ["GOGC"] = "400",
        };
        InstallByOverride();
    }

    public string Folder { get; }

    /// <summary>What the CLI gets on top of PATH; null takes a variable away.</summary>
    public Dictionary<string, string?> Environment { get; }

    public string StateFile => Path.Combine(Folder, "terraform.tfstate");

    /// <summary>What processes left in the folder for temporary files, the provider's socket among it.</summary>
    public IEnumerable<string> TemporaryFiles => _temporary.EnumerateFileSystemInfos().Select(f => f.Name);

    /// <summary>As developers use it: no init, no version, no checksum.</summary>
    public void InstallByOverride() => Configure($$"""
        dev_overrides {
            "registry.terraform.io/dashserv/dashserv" = "{{ProviderExecutable.RequireFolder()}}"
            "registry.opentofu.org/dashserv/dashserv" = "{{ProviderExecutable.RequireFolder()}}"
          }
          direct {}
        """);

    /// <summary>Replaces the CLI's provider_installation.</summary>
    public void Configure(string installation) =>
        File.WriteAllText(Environment["TF_CLI_CONFIG_FILE"]!, $"provider_installation {{\n  {installation}\n}}\n");

    public void Write(string file, string text)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public void CopyFrom(string folder)
    {
        foreach (var file in Directory.GetFiles(folder, "*.tf"))
        {
            File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)), overwrite: true);
        }
    }

    public async Task<CliResult> RunAsync(params string[] arguments)
    {
        using var running = Start(arguments);
        return await running.WaitAsync();
    }

    /// <summary>What an expression is worth in the state's terms, asked of the CLI's console; nothing is stored by that.</summary>
    public async Task<string> EvaluateAsync(string expression)
    {
        using var running = Start(["console"], $"{expression}\n");
        return (await running.WaitAsync()).Succeeded().StandardOutput.Trim();
    }

    public RunningCli Start(params string[] arguments) => Start(arguments, "");

    /// <summary>Starts the CLI by another command, such as <c>timeout 1h</c>; skips the test where there is none of that name.</summary>
    public RunningCli StartBy(string[] command, params string[] arguments) => Start(Cli.RequireStarter(command[0]), [.. command[1..], _cli, .. arguments], "");

    public void Dispose() => _root.Delete(recursive: true);

    private RunningCli Start(string[] arguments, string input) => Start(_cli, arguments, input);

    private RunningCli Start(string file, string[] arguments, string input)
    {
        var start =
            new ProcessStartInfo(file, arguments)
            { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.Environment.Clear();
        start.Environment["PATH"] = System.Environment.GetEnvironmentVariable("PATH");
        foreach (var (name, value) in Environment.Where(e => e.Value is not null))
        {
            start.Environment[name] = value;
        }

        return new(start, Patience, input);
    }
}
