using static CliHarness.Config;

namespace Dashserv.Acceptance.Tests.Scenarios;

/// <summary>A thousand servers: they are ordered without an error, and a plan with nothing to do asks the API a handful of times.</summary>
public sealed class ThousandServersTests : AcceptanceTest
{
    [Theory, MemberData(nameof(Clis))]
    public async Task ThousandServers_PlannedAppliedAndDestroyed_CostFewCalls(string cli)
    {
        await using var scenario = await Scenario.StartAsync(
            cli,
            Provider + Resource("web", name: "web-${count.index}", more: "count = 1000"),
            Scenario.Quick with { DeploymentTime = TimeSpan.FromMilliseconds(200) });
        var journal = scenario.Simulator.Journal;
        await scenario.PlanAsync();
        Assert.InRange(journal.Count(), 1, 10);

        (await scenario.RunAsync("apply", "-parallelism=50", "saved.tfplan")).Succeeded();
        Assert.Equal(1000, scenario.World.State().Products.Count);
        journal.Clear();
        await scenario.NothingToDoAsync();
        Assert.InRange(journal.Count(), 1, 10);

        (await scenario.RunAsync("destroy", "-auto-approve", "-refresh=false", "-parallelism=50")).Succeeded();
        scenario.NothingIsLeft(orders: 1000);
    }
}
