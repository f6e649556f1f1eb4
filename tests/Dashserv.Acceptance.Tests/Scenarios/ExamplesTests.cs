using System.Security.Cryptography;
using Dashserv.Simulator.Control;

namespace Dashserv.Acceptance.Tests.Scenarios;

/// <summary>The examples are true: formatted, valid, and those that stand by themselves run from apply to destroy.</summary>
public sealed class ExamplesTests : AcceptanceTest
{
    private static readonly string Folder = Path.Combine(ProviderExecutable.Repository, "examples");

    public static TheoryData<string, string> ClisAndExamples { get; } = ForEachCli(
        Directory.EnumerateFiles(Folder, "*.tf", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Folder, Path.GetDirectoryName(f)!)).Distinct()
            .Order());

    public static TheoryData<string, string> ClisAndRunnables { get; } = ForEachCli(["quickstart", "scenarios/hourly-environment", "scenarios/package"]);

    [Theory, MemberData(nameof(Clis))]
    public async Task Examples_AreFormatted(string cli)
    {
        using var workspace = new Workspace(cli);
        (await workspace.RunAsync("fmt", "-check", "-recursive", Folder)).Succeeded();
    }

    [Theory, MemberData(nameof(ClisAndExamples))]
    public async Task Example_IsValid(string cli, string example)
    {
        using var workspace = new Workspace(cli);
        workspace.CopyFrom(Path.Combine(Folder, example));
        (await workspace.RunAsync("validate")).Succeeded();
    }

    [Theory, MemberData(nameof(ClisAndRunnables))]
    public async Task Example_AppliedAndDestroyed_LeavesNothing(string cli, string example)
    {
        await using var scenario = await Scenario.StartAsync(cli);
        scenario.Workspace.CopyFrom(Path.Combine(Folder, example));
        await scenario.PlanAsync();
        (await scenario.ApplyPlanAsync()).NotSaying("Check block assertion failed");
        await scenario.NothingToDoAsync();
        var placed = scenario.OrdersPlaced;
        if (example.EndsWith("package", StringComparison.Ordinal))
        {
            await scenario.ApplyAsync("-var=protected=false");
        }

        if (example.EndsWith("environment", StringComparison.Ordinal))
        {
            (await scenario.PlanAsync("-var=max_hourly_cost=0.001")).Run.Saying("Warning: Check block assertion failed");
        }

        await scenario.EndAsync(placed);
        Assert.True(placed > 0);
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Resources_OfTheExamples_CanBeOrderedAsTheyStand(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli);
        using var key = RSA.Create(2048);
        scenario.Workspace.Environment["TF_VAR_public_key"] = key.ExportSubjectPublicKeyInfoPem();
        foreach (var example in Directory.EnumerateDirectories(Path.Combine(Folder, "resources")))
        {
            var plan = await scenario.Write(File.ReadAllText(Path.Combine(example, "resource.tf"))).PlanAsync();
            Assert.Contains(plan.Json["resource_changes"]!.AsArray(), c => (string?)c!["type"] == Path.GetFileName(example));
        }
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task DataSources_OfTheExamples_CanBeRead(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli);
        foreach (var name in new[] { "gateway", "web" })
        {
            scenario.World.SeedVservers(new VserverSeed { NamePrefix = name });
        }

        foreach (var example in Directory.EnumerateDirectories(Path.Combine(Folder, "data-sources")))
        {
            scenario.Workspace.CopyFrom(example);
            var plan = await scenario.PlanAsync();
            Assert.NotEmpty(plan.Json["planned_values"]!["outputs"]!.AsObject());
        }

        Assert.Equal(0, scenario.OrdersPlaced);
    }

    private static TheoryData<string, string> ForEachCli(IEnumerable<string> examples)
    {
        var data = new TheoryData<string, string>();
        foreach (var example in examples)
        {
            data.Add(Cli.Terraform, example);
            data.Add(Cli.OpenTofu, example);
        }

        return data;
    }
}
