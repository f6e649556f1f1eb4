namespace Dashserv.Acceptance.Tests.Scenarios;

/// <summary>Modules that use the provider can be tested with the CLI's own <c>test</c> command.</summary>
public sealed class TerraformTestTests : AcceptanceTest
{
    [Theory, MemberData(nameof(Clis))]
    public async Task Test_OfAModule_PassesAndCleansUp(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Modules", "environment")))
        {
            scenario.Workspace.Write(Path.GetFileName(file), File.ReadAllText(file));
        }

        (await scenario.RunAsync("test")).Succeeded().Saying("3 passed, 0 failed");
        scenario.NothingIsLeft(orders: 1);
    }
}
