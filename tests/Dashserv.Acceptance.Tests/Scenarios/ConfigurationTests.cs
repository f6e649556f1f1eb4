using Dashserv.Simulator.Accounts;
using static CliHarness.Config;

namespace Dashserv.Acceptance.Tests.Scenarios;

/// <summary>The provider block and the environment: where the token comes from, and what happens while it is not known.</summary>
public sealed class ConfigurationTests : AcceptanceTest
{
    [Theory, MemberData(nameof(Clis))]
    public async Task Token_Nowhere_SaysWhereToPutIt(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Vserver());
        scenario.Workspace.Environment.Remove("DASHSERV_TOKEN");
        (await scenario.RunAsync("validate")).Succeeded();
        (await scenario.RunAsync("plan")).Failed("No API token", "DASHSERV_TOKEN", "token_file");
        Assert.Equal(0, scenario.Simulator.Journal.Count());
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task TokenFile_OfAMountedSecret_IsUsed(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli);
        scenario.Workspace.Environment.Remove("DASHSERV_TOKEN");
        scenario.Workspace.Write("secret", $"{Scenario.Token}\n");
        await scenario.ApplyAsync(Vserver() + "provider \"dashserv\" {\n  token_file = \"secret\"\n}\n", thenEmpty: true);
        await scenario.EndAsync();
        (await scenario.Write(Vserver() + "provider \"dashserv\" {\n  token_file = \"nowhere\"\n}\n").RunAsync("plan")).Failed("nowhere", "cannot be read");
        (await scenario.Write(Vserver() + "provider \"dashserv\" {\n  token_file = \"a\"\n  token = \"b\"\n}\n").RunAsync("validate")).Failed("Two tokens");
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Endpoint_HttpToARemoteHost_IsRefused(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Vserver() + "provider \"dashserv\" {\n  endpoint = \"http://api.example.org/v1\"\n}\n");
        (await scenario.RunAsync("validate")).Failed("the token would travel in clear");
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Token_KnownOnlyAfterApply_IsPlannedWithoutTheApiAndAppliedInOneGo(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Vserver() + $$"""
            resource "terraform_data" "secret" {
              input = "{{Scenario.Token}}"
            }

            provider "dashserv" {
              token = terraform_data.secret.output
            }
            """);
        scenario.Workspace.Environment.Remove("DASHSERV_TOKEN");
        (await scenario.PlanAsync()).Plans(Web, "create");
        Assert.Equal(0, scenario.Simulator.Journal.Count());
        await scenario.ApplyPlanAsync();
        await scenario.NothingToDoAsync();
        await scenario.EndAsync();
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task PlanChecks_Off_PlansOffline(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Vserver());
        scenario.Workspace.Environment["DASHSERV_PLAN_CHECKS"] = "false";
        (await scenario.PlanAsync()).Plans(Web, "create");
        Assert.Equal(0, scenario.Simulator.Journal.Count());
        await scenario.ApplyPlanAsync();
        await scenario.NothingToDoAsync();
        await scenario.EndAsync();
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Aliases_OfTwoResellers_OrderFromTheirOwnAccounts(string cli)
    {
        var options = Scenario.Quick with
        {
            Tokens = [new("token-of-a", "a", AccountKind.Reseller), new("token-of-b", "b", AccountKind.Reseller)],
        };
        var config = Provider
            + "provider \"dashserv\" {\n  token = \"token-of-a\"\n}\nprovider \"dashserv\" {\n  alias = \"b\"\n  token = \"token-of-b\"\n}\n"
            + Resource("first", name: "first") + Resource("second", name: "second", more: "provider = dashserv.b");
        await using var scenario = await Scenario.StartAsync(cli, config, options);
        await scenario.ApplyAsync();
        await scenario.NothingToDoAsync();
        Assert.Equal(["a first", "b second"], scenario.World.State().Products.Select(p => $"{p.Account} {p.Name}").Order());
        await scenario.EndAsync(orders: 2);
    }
}
