using System.Diagnostics;
using System.Text.RegularExpressions;
using static CliHarness.Config;

namespace Dashserv.Acceptance.Tests.Scenarios;

/// <summary>What lies between CLI and provider: logs, encryption, debug mode, installation.</summary>
public sealed partial class ProtocolTests : AcceptanceTest
{
    [Theory, MemberData(nameof(Clis))]
    public async Task Trace_OfAWholeLife_HasNoComplaintAndNoToken(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Vserver() + "output \"quote\" {\n  value = dashserv_vserver.web.quote\n}\n");
        var log = Path.Combine(scenario.Workspace.Folder, "trace.log");
        (scenario.Workspace.Environment["TF_LOG"], scenario.Workspace.Environment["TF_LOG_PATH"]) = ("trace", log);
        var plan = await scenario.PlanAsync();
        var said = plan.Run.Output + plan.Json.ToJsonString() + (await scenario.ApplyPlanAsync()).Output;
        said += (await scenario.Write(Vserver(ram: 4, more: "power_state = \"offline\"")).ApplyAsync()).Output;
        await scenario.NothingToDoAsync();
        said += File.ReadAllText(scenario.Workspace.StateFile) + (await scenario.RunAsync("show", "-json")).Output;
        await scenario.EndAsync();

        var trace = File.ReadAllText(log);
        Assert.DoesNotContain("unexpected data", trace);
        Assert.DoesNotMatch(Complaint(), trace);
        Assert.DoesNotContain(Scenario.Token, trace);
        Assert.DoesNotContain(Scenario.Token, said);
        Assert.Contains("manage/product/vserver:configure", trace);
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Token_InTheConfiguration_IsNeitherShownNorStored(string cli)
    {
        await using var scenario =
            await Scenario.StartAsync(cli, Vserver() + "provider \"dashserv\" {\n  token = var.token\n}\nvariable \"token\" {\n  sensitive = true\n}\n");
        scenario.Workspace.Environment.Remove("DASHSERV_TOKEN");
        scenario.Workspace.Environment["TF_LOG"] = "trace";
        scenario.Workspace.Environment["TF_VAR_token"] = "no-such-token-0815";
        // Only on stderr: the saved plan itself keeps variables, which is Terraform's own doing.
        var result = (await scenario.RunAsync("plan")).Failed("Check the provider's token");
        Assert.DoesNotContain("no-such-token-0815", result.Output);
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task PluginTls_Off_WorksAllTheSame(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Vserver());
        scenario.Workspace.Environment["TF_DISABLE_PLUGIN_TLS"] = "1";
        await scenario.ApplyAsync();
        await scenario.NothingToDoAsync();
        await scenario.EndAsync();
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task DebugMode_ServesPlanApplyAndDestroyByOneProcess(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Vserver());
        using var provider =
            Process.Start(new ProcessStartInfo(ProviderExecutable.Path, "--debug") { RedirectStandardOutput = true, RedirectStandardInput = true })!;
        try
        {
            string? line;
            do
            {
                line = await provider.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            }
            while (line is not null && !line.Contains("TF_REATTACH_PROVIDERS='", StringComparison.Ordinal));
            scenario.Workspace.Environment["TF_REATTACH_PROVIDERS"] = line!.Split('\'')[1];
            scenario.Workspace.Configure("direct {}");
            await scenario.Write(
                Vserver()
                    + $"provider \"dashserv\" {{\n  endpoint = \"{scenario.Simulator.Endpoint}\"\n  token = \"{Scenario.Token}\"\n  poll_interval = "
                    + $"\"100ms\"\n}}\n").ApplyAsync();
            await scenario.NothingToDoAsync();
            await scenario.EndAsync();
            Assert.False(provider.HasExited);
        }
        finally
        {
            provider.Kill();
            await provider.WaitForExitAsync(CancellationToken.None);
        }
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Mirror_WithARealInit_InstallsAndLocks(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Vserver());
        var version = (await RunProviderAsync("--version")).Split(' ')[^1];
        var host = cli == Cli.OpenTofu ? "registry.opentofu.org" : "registry.terraform.io";
        var architecture =
            System.Runtime.InteropServices.RuntimeInformation.OSArchitecture == System.Runtime.InteropServices.Architecture.Arm64 ? "arm64" : "amd64";
        var system = OperatingSystem.IsMacOS() ? "darwin" : "linux";
        var mirror = Path.Combine(scenario.Workspace.Environment["HOME"]!, "mirror");
        var folder = Directory.CreateDirectory(Path.Combine(mirror, host, "dashserv", "dashserv", version, $"{system}_{architecture}")).FullName;
        File.Copy(ProviderExecutable.Path, Path.Combine(folder, $"terraform-provider-dashserv_v{version}"));
        scenario.Workspace.Configure($"filesystem_mirror {{\n    path = \"{mirror}\"\n  }}");

        (await scenario.RunAsync("init")).Succeeded().Saying($"Installed dashserv/dashserv v{version}");
        Assert.Contains("h1:", File.ReadAllText(Path.Combine(scenario.Workspace.Folder, ".terraform.lock.hcl")));
        (await scenario.RunAsync("validate")).Succeeded().NotSaying("Warning");
        await scenario.ApplyAsync();
        await scenario.NothingToDoAsync();
        await scenario.EndAsync();
    }

    private static async Task<string> RunProviderAsync(string argument)
    {
        using var process = Process.Start(new ProcessStartInfo(ProviderExecutable.Path, argument) { RedirectStandardOutput = true })!;
        return (await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Trim();
    }

    [GeneratedRegex("""\[WARN\].*(Provider "[^"]*" produced|produced an (unexpected|invalid))""")]
    private static partial Regex Complaint();
}
