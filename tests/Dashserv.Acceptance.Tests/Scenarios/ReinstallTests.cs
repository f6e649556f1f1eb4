using static CliHarness.Config;

namespace Dashserv.Acceptance.Tests.Scenarios;

/// <summary>A new operating system: by another server, in place, or not at all.</summary>
public sealed class ReinstallTests : AcceptanceTest
{
    private const string Reinstall = "on_os_change = \"reinstall\"";

    [Theory, MemberData(nameof(Clis))]
    public async Task Image_ChangedWithReinstall_WipesTheDiskInPlaceAndWarns(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Vserver(more: Reinstall));
        await scenario.ApplyAsync();
        var (id, address) = (scenario.Server.Uuid, scenario.Attribute("ipv4_address"));
        (await scenario.Write(Vserver(image: "centos8", more: Reinstall)).PlanAsync())
            .Plans(Web, "update").Run.Saying("This wipes the disk", "because of image");
        await scenario.ApplyPlanAsync();
        await scenario.NothingToDoAsync();
        Assert.Equal((id, "centos8", address), (scenario.Server.Uuid, scenario.Server.Image, scenario.Attribute("ipv4_address")));
        await scenario.EndAsync(orders: 1);
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Image_ChangedWithoutAWord_ReplacesTheServer(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Vserver());
        await scenario.ApplyAsync();
        (await scenario.Write(Vserver(image: "centos8")).PlanAsync()).Plans(Web, "delete,create");
        (await scenario.Write(Vserver(image: "centos8", more: "on_os_change = \"error\"")).RunAsync("plan"))
            .Failed("The image must not change", "debian11", "centos8");
        scenario.Write(Vserver());
        await scenario.EndAsync(orders: 1);
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task ReinstallTriggers_Changed_ReinstallTheSameImage(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Vserver(more: "reinstall_triggers = { release = \"1\" }"));
        await scenario.ApplyAsync();
        var id = scenario.Server.Uuid;
        (await scenario.Write(Vserver(more: "reinstall_triggers = { release = \"2\" }")).PlanAsync())
            .Plans(Web, "update").Run.Saying("This wipes the disk", "because of reinstall_triggers");
        scenario.Simulator.Journal.Clear();
        await scenario.ApplyPlanAsync();
        Assert.Equal(1, scenario.Simulator.Journal.Count("*/reinstall", "POST"));
        await scenario.NothingToDoAsync();

        // The argument as a whole comes and goes without harm.
        scenario.Simulator.Journal.Clear();
        await scenario.ApplyAsync(Vserver(), thenEmpty: true);
        Assert.Equal(0, scenario.Simulator.Journal.Count("*/reinstall"));
        Assert.Equal(id, scenario.Server.Uuid);
        await scenario.EndAsync();
    }
}
