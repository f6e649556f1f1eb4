using CoreHarness;
using Dashserv.Provider.Tests.Support;
using Dashserv.Simulator;
using Dashserv.Simulator.Control;
using Dashserv.Simulator.Faults;
using Dashserv.Simulator.Forms;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Vservers;

/// <summary>An order whose answer is lost is searched for by what the form let it carry: not every form has a name.</summary>
public sealed class VserverLostOrderTests
{
    private static readonly SimulatorOptions WithoutNames = TestVserver.Swift with { FormStyle = FormStyle.C };

    private static FaultRule AnOrder { get; } = new() { Method = "POST", Path = "/v1/manage/product/*", Body = new Dictionary<string, string?> { ["calculate"] = null } };

    private static FaultRule TheListLater { get; } = new() { Method = "GET", Path = "/v1/product/vserver", Skip = 1, Times = 0, Status = 500 };

    [Fact]
    public async Task Create_FormHasNoName_AdoptsTheOnlyNewServer()
    {
        await using var world = await ProviderWorld.StartAsync(WithoutNames with { DeploymentTime = TimeSpan.Zero }, time: new JumpingClock());
        world.Simulator.Faults.Add(AnOrder with { Cut = CutMoment.After });
        var server = world.Vserver();
        Assert.DoesNotContain(await server.ApplyAsync(TestVserver.Nameless), d => d.Severity == Severity.Error);
        Assert.Equal((world.TheProduct().Uuid, world.TheProduct().Name, 1), (server["id"], server["name"], world.OrdersPlaced));
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(TestVserver.Nameless)).Action);
    }

    [Fact]
    public async Task Create_FormHasNoNameAndTwoAreNew_ListsBoth()
    {
        await using var world = await ProviderWorld.StartAsync(WithoutNames with { DeploymentTime = TimeSpan.Zero }, time: new JumpingClock());
        world.Simulator.Faults.Add(AnOrder with { Cut = CutMoment.After });
        world.Simulator.Faults.Add(TheListLater);
        var server = world.Vserver();
        var applying = server.ApplyAsync(TestVserver.Nameless);
        await applying.UntilAsync(() => world.OrdersPlaced > 0);
        await world.OrderTheSameAsync();
        world.Simulator.Faults.Clear();
        var error = ProviderWorld.TheError(await applying);
        Assert.Contains("which one it is cannot be told", error.Detail, StringComparison.Ordinal);
        Assert.All(world.Simulator.World.State().Products, p => Assert.Contains($"to = dashserv_vserver.NAME\n  id = \"{p.Uuid}\"", error.Detail, StringComparison.Ordinal));
        Assert.False(server.Exists);
    }

    [Fact]
    public async Task Create_NewServerIsNamedOtherwise_IsShownAndNotAdopted()
    {
        await using var world = await ProviderWorld.StartAsync(TestVserver.Swift with { DeploymentTime = TimeSpan.Zero }, time: new JumpingClock());
        world.Simulator.Faults.Add(AnOrder with { Cut = CutMoment.After });
        world.Simulator.Faults.Add(TheListLater);
        var server = world.Vserver();
        var applying = server.ApplyAsync(TestVserver.Config);
        await applying.UntilAsync(() => world.OrdersPlaced > 0);
        world.Simulator.World.Change(world.TheProduct().Uuid, new ProductChange { Name = "kd4711" });
        world.Simulator.Faults.Clear();
        var error = ProviderWorld.TheError(await applying);
        Assert.All(["No new product of that name", "kd4711", world.TheProduct().Uuid, "EUR per hour", "you will pay for two"], part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.Equal((false, 1), (server.Exists, world.OrdersPlaced));
    }

    [Fact]
    public async Task Create_NewServerIsOfAnotherSize_IsNotTakenForIt()
    {
        await using var world = await ProviderWorld.StartAsync(WithoutNames with { DeploymentTime = TimeSpan.Zero }, time: new JumpingClock());
        world.Simulator.Faults.Add(AnOrder with { Cut = CutMoment.After });
        world.Simulator.Faults.Add(TheListLater);
        var server = world.Vserver();
        var applying = server.ApplyAsync(TestVserver.Nameless);
        await applying.UntilAsync(() => world.OrdersPlaced > 0);
        world.Simulator.World.Change(world.TheProduct().Uuid, new ProductChange { Cores = 8 });
        world.Simulator.Faults.Clear();
        Assert.Contains("No new product that matches", ProviderWorld.TheError(await applying).Detail, StringComparison.Ordinal);
        Assert.False(server.Exists);
    }
}
