using System.Diagnostics;

namespace Figures;

/// <summary>Runs the CLI with the provider that is measured, and nothing of the user's own settings.</summary>
internal sealed class Terraform
{
    private readonly WorkFolder _folder;
    private readonly Simulator _simulator;
    private readonly string _cli;
    private readonly string _settings;
    private readonly CancellationToken _stop;

    public Terraform(WorkFolder folder, string provider, Simulator simulator, CancellationToken stop)
    {
        (_folder, _simulator, _stop) = (folder, simulator, stop);
        _cli = Find("terraform") ?? Find("tofu") ?? throw new BenchException("neither terraform nor tofu is on PATH");

        // A copy: its path tells our processes from any other's, and a build meanwhile does not replace it.
        Provider = Path.Combine(folder.Create("provider"), Path.GetFileName(provider));
        File.Copy(provider, Provider);
        _settings = Path.Combine(folder.Path, "cli.tfrc");
        var directory = Path.GetDirectoryName(Provider);
        File.WriteAllText(_settings, $$"""
            provider_installation {
              dev_overrides {
                "registry.terraform.io/dashserv/dashserv" = "{{directory}}"
                "registry.opentofu.org/dashserv/dashserv" = "{{directory}}"
              }
              direct {}
            }
            """);
    }

    /// <summary>The executable as the CLI starts it.</summary>
    public string Provider { get; }

    /// <summary>A folder with a configuration in it.</summary>
    public string Workspace(string name, string configuration)
    {
        var path = _folder.Create(name);
        File.WriteAllText(Path.Combine(path, "main.tf"), configuration);
        return path;
    }

    /// <summary>How long a command takes, in ms. One that fails ends the bench.</summary>
    /// <param name="workspace">Where it runs.</param>
    /// <param name="arguments">The command line.</param>
    /// <param name="started">Told the process while it runs.</param>
    public async Task<double> RunAsync(string workspace, string[] arguments, Func<Process, Task>? started = null)
    {
        var start =
            new ProcessStartInfo(_cli, [.. arguments, "-no-color"])
            { WorkingDirectory = workspace, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(k =>
            k.StartsWith("TF_", StringComparison.Ordinal) || k.StartsWith("DASHSERV_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["TF_CLI_CONFIG_FILE"] = _settings;
        start.Environment["TF_IN_AUTOMATION"] = "1";
        start.Environment["CHECKPOINT_DISABLE"] = "1";
        start.Environment["DASHSERV_ENDPOINT"] = _simulator.Endpoint;
        start.Environment["DASHSERV_TOKEN"] = "simulator-reseller";

        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        await using var stopping = _stop.Register(() => process.Kill(entireProcessTree: true));
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await (started?.Invoke(process) ?? Task.CompletedTask);
        await process.WaitForExitAsync();
        var elapsed = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        await Task.WhenAll(output, errors);
        _stop.ThrowIfCancellationRequested();
        return process.ExitCode == 0
            ? elapsed
            : throw new BenchException($"\"terraform {string.Join(' ', arguments)}\" ended with {process.ExitCode}:\n{output.Result}\n{errors.Result}");
    }

    public Task<double> ValidateAsync(string workspace) => RunAsync(workspace, ["validate"]);

    /// <summary>A plan that has to find nothing to do.</summary>
    public Task<double> PlanAsync(string workspace, Func<Process, Task>? started = null) =>
        RunAsync(workspace, ["plan", "-detailed-exitcode", "-input=false"], started);

    public Task<double> ApplyAsync(string workspace) => RunAsync(workspace, ["apply", "-auto-approve", "-input=false"]);

    public Task<double> RefreshAsync(string workspace) => RunAsync(workspace, ["apply", "-refresh-only", "-auto-approve", "-input=false"]);

    private static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Select(p => Path.Combine(p, name)).FirstOrDefault(File.Exists);
}
