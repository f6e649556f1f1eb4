using static CliHarness.Config;

namespace Dashserv.Acceptance.Tests.Scenarios;

/// <summary>A state file of which nothing is left: Terraform empties it before it writes it anew, and may be killed in between.</summary>
public sealed class LostStateTests : AcceptanceTest
{
    private const string There = "There is a vserver of this name already";

    [Theory, MemberData(nameof(Clis))]
    public async Task Plan_StateFileIsEmpty_NamesWhatItHad(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Vserver());
        await scenario.ApplyAsync();
        await scenario.NothingToDoAsync();
        scenario.Workspace.Write("terraform.tfstate", "");
        (await scenario.PlanAsync()).Plans(Web, "create").Run.Saying($"Warning: {There}", scenario.Server.Uuid, "import {");
        (await scenario.Write(Vserver(more: "on_existing_name = \"adopt\"")).RunAsync("plan"))
            .Failed($"Error: {There}", "killed while it wrote it", "terraform.tfstate.backup", scenario.Server.Uuid);
    }
}
