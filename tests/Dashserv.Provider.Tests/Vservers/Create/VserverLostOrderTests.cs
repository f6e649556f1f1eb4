using CoreHarness;
using Dashserv.Provider.Tests.Support;
using Dashserv.Simulator;
using Dashserv.Simulator.Control;
using Dashserv.Simulator.Faults;
using Dashserv.Simulator.Forms;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Vservers.Create;

/// <summary>An order whose answer is lost is searched for by what the form let it carry: not every form has a name.</summary>
public sealed class VserverLostOrderTests
{
    // A plan that lists no namesakes: the lists that fail here are those around the order.
    private static readonly Config Named = TestVserver.Config.With("on_existing_name", "ignore");

    private static readonly SimulatorOptions WithoutNames = TestVserver.Swift with { FormStyle = FormStyle.C };

    private static FaultRule AnOrder { get; } =
        new() { Method = "POST", Path = "/v1/manage/product/*", Body = new Dictionary<string, string?> { ["calculate"] = null } };

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
        var clock = new JumpingClock();
        await using var world = await ProviderWorld.StartAsync(WithoutNames with { DeploymentTime = TimeSpan.Zero }, time: clock);
        var server = world.Vserver();
        var error = await ApplyUnseenAsync(world, clock, server, TestVserver.Nameless, world.OrderTheSameAsync);
        Assert.Contains("which one it is cannot be told", error.Detail, StringComparison.Ordinal);
        Assert.All(
            world.Simulator.World.State().Products,
            p => Assert.Contains($"to = dashserv_vserver.NAME\n  id = \"{p.Uuid}\"", error.Detail, StringComparison.Ordinal));
        Assert.False(server.Exists);
    }

    [Fact]
    public async Task Create_NewServerIsNamedOtherwise_IsShownAndNotAdopted()
    {
        var clock = new JumpingClock();
        await using var world = await ProviderWorld.StartAsync(TestVserver.Swift with { DeploymentTime = TimeSpan.Zero }, time: clock);
        var server = world.Vserver();
        var error = await ApplyUnseenAsync(world, clock, server, Named, () => Change(world, new ProductChange { Name = "kd4711" }));
        Assert.All(
            ["No new product that surely is it", "kd4711", world.TheProduct().Uuid, "EUR per hour", "you will pay for two"],
            part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.Equal((false, 1), (server.Exists, world.OrdersPlaced));
    }

    [Fact]
    public async Task Create_NewServerIsOfAnotherSize_IsNotTakenForIt()
    {
        var clock = new JumpingClock();
        await using var world = await ProviderWorld.StartAsync(WithoutNames with { DeploymentTime = TimeSpan.Zero }, time: clock);
        var server = world.Vserver();
        var error = await ApplyUnseenAsync(world, clock, server, TestVserver.Nameless, () => Change(world, new ProductChange { Cores = 8 }));
        Assert.Contains("No new product that matches", error.Detail, StringComparison.Ordinal);
        Assert.False(server.Exists);
    }

    [Theory]
    [InlineData(500, "internal_error")]
    [InlineData(403, "Invalid or missing API authentication")]
    [InlineData(404, "Invalid API route")]
    [InlineData(412, "Die Liste wird gewartet.")]
    public async Task Create_NothingCanBeListedAfterwards_SaysSoAndNotThatNothingWasOrdered(int status, string word)
    {
        await using var world = await ProviderWorld.StartAsync(time: new JumpingClock());
        world.Simulator.Faults.Add(AnOrder with { Cut = CutMoment.After }, TheListLater with { Status = status, Text = NotGone.Failure(word) });
        var server = world.Vserver();
        var error = ProviderWorld.TheError(await server.ApplyAsync(Named));
        Assert.Equal("An order was sent, and its answer was lost", error.Summary);
        Assert.All(
            ["may or may not have been placed", "not sent a second time", "could not be read: GET /v1/product/vserver", word, "customer panel", "pay for two"],
            part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.All(["Nothing was ordered", "has appeared"], part => Assert.DoesNotContain(part, error.Detail, StringComparison.Ordinal));
        Assert.Equal((false, 1), (server.Exists, world.OrdersPlaced));
    }

    [Theory]
    [InlineData(500, "internal_error", "Run the same command again")]
    [InlineData(403, "Invalid or missing API authentication", "DASHSERV_TOKEN")]
    [InlineData(412, "Die Liste wird gewartet.", "Die Liste wird gewartet.")]
    public async Task Create_NothingCanBeListedBefore_IsNotSent(int status, string word, string told)
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.Faults.Add(new FaultRule { Method = "GET", Path = "/v1/product/vserver", Times = 0, Status = status, Text = NotGone.Failure(word) });
        var error = ProviderWorld.TheError(await world.Vserver().ApplyAsync(Named));
        Assert.Equal(Refusals.Summary(told, "The order was not sent"), error.Summary);
        Assert.All(["GET /v1/product/vserver", told, "Nothing was ordered"], part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.Equal(0, world.OrdersPlaced);
    }

    [Fact]
    public async Task Create_SomebodyElseOrdersTheSameBetweenTwoOrders_IsNotTakenForTheLostOne()
    {
        var clock = new JumpingClock();
        await using var world = await ProviderWorld.StartAsync(WithoutNames with { DeploymentTime = TimeSpan.Zero }, time: clock);
        Assert.Empty(await world.Core.Resource(TestVserver.Type, "first").ApplyAsync(TestVserver.Nameless));
        await world.OrderTheSameAsync();
        clock.Advance(TimeSpan.FromMinutes(10));
        world.Simulator.Faults.Add(AnOrder with { Cut = CutMoment.Before });
        var second = world.Core.Resource(TestVserver.Type, "second");
        var error = ProviderWorld.TheError(await second.ApplyAsync(TestVserver.Nameless));
        Assert.Contains("No new product that matches has appeared since", error.Detail, StringComparison.Ordinal);
        Assert.False(second.Exists);
    }

    [Fact]
    public async Task Create_OrderOfAnEarlierRunIsDeliveredMeanwhile_IsNotTakenForTheLostOne()
    {
        var clock = new JumpingClock();
        await using var world = await ProviderWorld.StartAsync(
            new SimulatorOptions { DeploymentTime = TimeSpan.FromHours(1), ProductUuidAfter = TimeSpan.FromHours(1), FormStyle = FormStyle.C },
            time: clock);
        var (first, second) = (world.Core.Resource(TestVserver.Type, "first"), world.Core.Resource(TestVserver.Type, "second"));
        Assert.Equal("Not ready yet", Assert.Single(await first.ApplyAsync(TestVserver.Nameless.With("timeouts", Config.Of(("create", "1m"))))).Summary);
        await world.ConfigureAsync();
        var plan = await first.PlanAsync(TestVserver.Nameless);
        clock.StandsStill = true;
        var order = (string)first["order_id"]!;
        world.Simulator.Faults.Add(AnOrder with { Cut = CutMoment.Before });
        world.Simulator.Journal.Clear();
        var resuming = first.ApplyAsync(plan);
        await world.UntilAsync(resuming, () => world.Simulator.Journal.Count($"/v1/manage/order/{order}") > 0);

        // It is delivered, and its own order cannot be looked at for a while.
        world.Simulator.Faults.Add(new FaultRule { Method = "GET", Path = "/v1/manage/order/*", Hold = true });
        var ordering = second.ApplyAsync(TestVserver.Nameless);
        await world.UntilAsync(ordering, () => world.Simulator.Journal.Count("/v1/product/vserver", "GET") > 1);
        world.Simulator.World.EndOrder(order);
        world.Simulator.Journal.Clear();
        await world.UntilAsync(ordering, () => world.Simulator.Journal.Count("/v1/product/vserver", "GET") > 3);
        world.Simulator.Faults.Clear();
        Assert.DoesNotContain(await resuming, d => d.Severity == Severity.Error);
        clock.StandsStill = false;
        Assert.Contains("may or may not have been placed", ProviderWorld.TheError(await ordering).Detail, StringComparison.Ordinal);
        Assert.Equal((world.TheProduct().Uuid, false), (first["id"], second.Exists));
    }

    [Theory]
    [InlineData(null, 5)]
    [InlineData("Bestellung angenommen.", 1)]
    public async Task Create_NothingTurnsUp_IsGivenUpAfterMinutes(string? answer, int minutes)
    {
        var clock = new JumpingClock();
        await using var world = await ProviderWorld.StartAsync(time: clock);
        world.Simulator.Faults.Add(answer is null ? AnOrder with { Cut = CutMoment.Before } : AnOrder with { Status = 200, Word = answer });
        var begun = clock.GetUtcNow();
        Assert.Contains(
            "No new product that matches has appeared since", ProviderWorld.TheError(await world.Vserver().ApplyAsync(Named)).Detail,
            StringComparison.Ordinal);
        Assert.InRange(clock.GetUtcNow() - begun, TimeSpan.FromMinutes(minutes), TimeSpan.FromMinutes(minutes + 0.5));
    }

    [Fact]
    public async Task Create_InterruptedBeforeTheAnswer_LooksOnceMore()
    {
        var clock = new JumpingClock();
        await using var world = await ProviderWorld.StartAsync(time: clock);
        var error = await InterruptAsync(world, clock);
        Assert.Contains("No new product that matches has appeared since", error.Detail, StringComparison.Ordinal);
        Assert.True(world.Simulator.Journal.Count("/v1/product/vserver", "GET") > 1);
    }

    [Fact]
    public async Task Create_InterruptedAndTheListDoesNotAnswer_SaysThatNothingCouldBeRead()
    {
        var clock = new JumpingClock();
        await using var world = await ProviderWorld.StartAsync(time: clock);
        var error = await InterruptAsync(world, clock, TheListLater with { Status = null, Hold = true });
        Assert.Contains("could not be read in time", error.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("has appeared", error.Detail, StringComparison.Ordinal);
    }

    private static async Task<Diagnostic> InterruptAsync(ProviderWorld world, JumpingClock clock, params IEnumerable<FaultRule> more)
    {
        world.Simulator.Faults.Add([AnOrder with { Hold = true }, .. more]);
        var server = world.Vserver();
        var applying = server.ApplyAsync(Named);
        await world.InterruptUnansweredAsync(clock, applying);
        await world.UntilAsync(applying, () => world.Simulator.Faults.Held > 0);
        await world.UntilGivenUpAsync(clock);
        return ProviderWorld.TheError(await applying);
    }

    /// <summary>Loses the order's answer, and lets something happen before the search sees what came of it.</summary>
    private static async Task<Diagnostic> ApplyUnseenAsync(ProviderWorld world, JumpingClock clock, ResourceInstance server, Config config, Func<Task> happens)
    {
        world.Simulator.Faults.Add(AnOrder with { Cut = CutMoment.After });
        world.Simulator.Faults.Add(TheListLater);
        clock.StandsStill = true;
        var applying = server.ApplyAsync(config);
        await world.UntilAsync(applying, () => world.OrdersPlaced > 0);
        await happens();
        world.Simulator.Faults.Clear();
        clock.StandsStill = false;
        return ProviderWorld.TheError(await applying);
    }

    private static Task Change(ProviderWorld world, ProductChange change)
    {
        world.Simulator.World.Change(world.TheProduct().Uuid, change);
        return Task.CompletedTask;
    }
}
