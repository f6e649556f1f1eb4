using Dashserv.Chaos;
using Dashserv.Chaos.Grid;
using Dashserv.Chaos.Judging;

namespace Dashserv.Acceptance.Tests.Scenarios;

/// <summary>A small part of "make chaos": whatever strikes an apply, nobody pays twice and nothing is lost.</summary>
public sealed class ChaosTests
{
    private const int Seed = 1;

    [Fact]
    public async Task Apply_StruckByAFaultAtAStep_LosesNothingAndOrdersNothingTwice()
    {
        _ = (Cli.Require(Cli.Terraform), Cli.RequireStarter("setsid"), ProviderExecutable.RequireFolder());
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are looked up in /proc.");
        var grid = new CellGrid();
        Cell[] cells = [.. grid.Sample(Seed, 30, c => c.Count == 1), .. grid.Sample(Seed, 2, c => c.Count > 1)];

        var results = await ChaosRun.RunAsync(cells, Seed, parallel: 2, (_, _) => { }, TestContext.Current.CancellationToken);

        Assert.True(results.All(r => r.Verdict != Verdict.Violated), ChaosReport.Of(results, grid, Seed));
        Assert.Equal(cells.Length, results.Count);
    }
}
