using Dashserv.Simulator.Faults;
using static CliHarness.Config;

namespace Dashserv.Acceptance.Tests.Scenarios;

/// <summary>Many servers at once: nothing is ordered twice, and the API is asked little.</summary>
public sealed class ManyServersTests : AcceptanceTest
{
    [Theory, MemberData(nameof(Clis))]
    public async Task SixtyServers_AllAtOnce_AreOrderedOnceEach(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Servers(60));
        await scenario.ApplyAsync("-parallelism=50");
        Assert.Equal(60, scenario.World.State().Products.Select(p => p.Name).Distinct().Count());
        await scenario.NothingToDoAsync();
        await scenario.EndAsync(orders: 60);
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task TwelveServers_WithEveryFifthAnswerLost_AreOrderedOnceEach(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Servers(12));
        for (var skip = 0; skip < 12; skip += 5)
        {
            scenario.Simulator.Faults.Add(new FaultRule
            {
                Method = "POST",
                Path = "/v1/manage/product/*",
                Body = new Dictionary<string, string?> { ["calculate"] = null },
                Skip = skip,
                Cut = CutMoment.After,
            });
        }

        await scenario.ApplyAsync("-parallelism=12");
        Assert.Equal(12, scenario.World.State().Products.Select(p => p.Name).Distinct().Count());
        await scenario.NothingToDoAsync();
        await scenario.EndAsync(orders: 12);
    }

    private static string Servers(int count) => Provider + Resource("web", name: "web-${count.index}", more: $"count = {count}");
}
