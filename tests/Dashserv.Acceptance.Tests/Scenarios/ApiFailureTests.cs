using Dashserv.Simulator.Faults;
using static CliHarness.Config;

namespace Dashserv.Acceptance.Tests.Scenarios;

/// <summary>An API that cannot be used is explained, and never takes anything from the state.</summary>
public sealed class ApiFailureTests : AcceptanceTest
{
    [Theory, MemberData(nameof(Clis))]
    public async Task Endpoint_Wrong_NamesTheEndpoint(string cli)
    {
        await using var scenario = await AppliedAsync(cli);
        scenario.Workspace.Environment["DASHSERV_ENDPOINT"] = new Uri(scenario.Simulator.Endpoint, "/v2").ToString();
        await KeepsTheStateAsync(scenario, "Invalid API route", "Check the provider's endpoint", "/v1");
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Token_Wrong_NamesTheTokenWithoutShowingIt(string cli)
    {
        await using var scenario = await AppliedAsync(cli);
        scenario.Workspace.Environment["DASHSERV_TOKEN"] = "a-revoked-token";
        var result = await KeepsTheStateAsync(scenario, "Check the provider's token", "DASHSERV_TOKEN");
        result.NotSaying("a-revoked-token");
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Api_Unreachable_NamesTheNetwork(string cli)
    {
        await using var scenario = await AppliedAsync(cli, "max_retries = 1");
        // A port that nobody listens on: bound, and given back.
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var port = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        scenario.Workspace.Environment["DASHSERV_ENDPOINT"] = $"http://127.0.0.1:{port}/v1";
        await KeepsTheStateAsync(scenario, "Check the network", "endpoint");
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Api_AnsweringHtml_SaysSo(string cli)
    {
        await using var scenario = await AppliedAsync(cli, "max_retries = 1");
        scenario.Simulator.Faults.Add(
            new FaultRule { Status = 200, Text = "<html><body>Wartungsarbeiten</body></html>", ContentType = "text/html", Times = 0 });
        await KeepsTheStateAsync(scenario, "text/html", "Wartungsarbeiten", "what exists is in the state");
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Api_Down_SaysToTryAgain(string cli)
    {
        await using var scenario = await AppliedAsync(cli, "max_retries = 1");
        scenario.Simulator.Faults.Add(new FaultRule { Status = 502, Text = "Bad Gateway", Times = 0 });
        await KeepsTheStateAsync(scenario, "502", "Run the same command again");
    }

    private static async Task<Scenario> AppliedAsync(string cli, string provider = "")
    {
        var scenario = await Scenario.StartAsync(cli, Vserver() + $"provider \"dashserv\" {{\n  {provider}\n}}\n");
        await scenario.ApplyAsync();
        return scenario;
    }

    // Plan, refresh and destroy all fail, say what to do, and change nothing; once the fault is gone all goes on.
    private static async Task<CliResult> KeepsTheStateAsync(Scenario scenario, params string[] advice)
    {
        var state = File.ReadAllText(scenario.Workspace.StateFile);
        var result = (await scenario.RunAsync("plan")).Failed(advice);
        (await scenario.TryApplyAsync("-refresh-only")).Failed(advice);
        (await scenario.RunAsync("destroy", "-auto-approve")).Failed(advice);
        Assert.Equal(state, File.ReadAllText(scenario.Workspace.StateFile));

        scenario.Simulator.Faults.Clear();
        scenario.Workspace.Environment["DASHSERV_ENDPOINT"] = scenario.Simulator.Endpoint.ToString();
        scenario.Workspace.Environment["DASHSERV_TOKEN"] = Scenario.Token;
        await scenario.NothingToDoAsync();
        await scenario.EndAsync();
        return result;
    }
}
