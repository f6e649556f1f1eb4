using Dashserv.Simulator.Control;
using Dashserv.Simulator.Vservers;
using static CliHarness.Config;

namespace Dashserv.Acceptance.Tests.Scenarios;

/// <summary>Changes behind Terraform's back are found by the next plan, and put right by the next apply.</summary>
public sealed class DriftTests : AcceptanceTest
{
    [Theory, MemberData(nameof(Clis))]
    public async Task Sizes_GrownInThePanel_AreResizedBack(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Vserver(cores: 2));
        await scenario.ApplyAsync();
        scenario.World.Change(scenario.Server.Uuid, new ProductChange { Cores = 1, Ram = 8 });
        (await scenario.PlanAsync()).Plans(Web, "update");
        await scenario.ApplyPlanAsync();
        await scenario.NothingToDoAsync();
        Assert.Equal((2, 2), (scenario.Server.Cores, scenario.Server.Ram));
        await scenario.EndAsync();
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Disk_GrownInThePanel_IsAnErrorThatSaysWhatToDo(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Vserver());
        await scenario.ApplyAsync();
        scenario.World.Change(scenario.Server.Uuid, new ProductChange { Disk = 60 });
        (await scenario.RunAsync("plan")).Failed("A disk cannot shrink", "60", "terraform taint");
        await scenario.ApplyAsync(Vserver(disk: 60), thenEmpty: true);
        await scenario.EndAsync();
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task NameOrImage_ChangedInThePanel_IsToldOfAndRepairedOnlyWhereThatIsWanted(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Vserver());
        await scenario.ApplyAsync();
        scenario.World.Change(scenario.Server.Uuid, new ProductChange { Name = "renamed" });
        (await scenario.PlanAsync()).Plans(Web, "no-op").Run.Saying("The name was changed outside of Terraform", "name = \"renamed\"");
        await scenario.Write(Vserver(more: "on_drift = \"repair\"")).ApplyAsync();
        (await scenario.PlanAsync()).Plans(Web, "delete,create");
        scenario.World.Change(scenario.Server.Uuid, new ProductChange { Name = "web", Image = "centos8" });
        (await scenario.PlanAsync()).Plans(Web, "delete,create");
        await scenario.ApplyPlanAsync();
        await scenario.NothingToDoAsync();
        Assert.Equal("debian11", scenario.Server.Image);
        await scenario.EndAsync(orders: 2);
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task PowerState_Managed_IsRestored(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Vserver(more: "power_state = \"online\""));
        await scenario.ApplyAsync();
        scenario.World.Change(scenario.Server.Uuid, new ProductChange { Power = PowerState.Offline });
        (await scenario.PlanAsync()).Plans(Web, "update");
        await scenario.ApplyPlanAsync();
        await scenario.NothingToDoAsync();
        Assert.Equal("online", scenario.Server.Power);
        await scenario.ApplyAsync(Vserver(more: "power_state = \"offline\""), thenEmpty: true);
        Assert.Equal("offline", scenario.Server.Power);
        await scenario.EndAsync();
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task PowerState_Unmanaged_IsNoBusinessOfThePlan(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Vserver());
        await scenario.ApplyAsync();
        scenario.World.Change(scenario.Server.Uuid, new ProductChange { Power = PowerState.Offline, Price = 3m });
        var state = scenario.StateOfResources();
        await scenario.NothingToDoAsync();
        Assert.Equal(state, scenario.StateOfResources());
        Assert.Equal("offline", scenario.Server.Power);
        await scenario.EndAsync();
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Server_TerminatedInThePanel_IsPlannedAnew(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Vserver());
        await scenario.ApplyAsync();
        scenario.World.Delete(scenario.Server.Uuid);
        (await scenario.PlanAsync()).Plans(Web, "create");
        await scenario.ApplyPlanAsync();
        await scenario.EndAsync(orders: 2);
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task RefreshOnly_TakesOverWhatChanged_WithoutTouchingTheServer(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli, Vserver());
        await scenario.ApplyAsync();
        scenario.World.Change(scenario.Server.Uuid, new ProductChange { Ram = 8 });
        scenario.Simulator.Journal.Clear();
        await scenario.ApplyAsync("-refresh-only");
        Assert.Equal("8", scenario.Attribute("ram"));
        Assert.All(scenario.Simulator.Journal.Entries(), e => Assert.Equal("GET", e.Method));
        await scenario.EndAsync();
    }
}
