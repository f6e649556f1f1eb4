using static CliHarness.Config;

namespace Dashserv.Acceptance.Tests.Scenarios;

/// <summary>An import that no apply has touched, and that the configuration protects: the plan of a destroy is made without the configuration.</summary>
public sealed class ImportedProtectionTests : AcceptanceTest
{
    [Theory, MemberData(nameof(Clis))]
    public async Task Destroy_OfAProtectedImport_IsRefusedUntilTheConfigurationAllowsIt(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Vserver());
        await scenario.ApplyAsync();
        (await scenario.RunAsync("state", "rm", Web)).Succeeded();
        scenario.Write(Vserver(more: "deletion_protection = true"));
        (await scenario.RunAsync("import", Web, scenario.Server.Uuid)).Succeeded();
        (await scenario.RunAsync("destroy", "-auto-approve")).Failed("Protected against deletion", "deletion_protection = false");
        scenario.Write(Vserver());
        await scenario.EndAsync();
    }
}
