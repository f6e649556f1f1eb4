using CoreHarness;
using Dashserv.Provider.Tests.Support;
using Dashserv.Simulator.Control;
using Dashserv.Simulator.Faults;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Vservers.Change;

/// <summary>A reinstallation whose end was not seen: it does not wipe the disk a second time.</summary>
public sealed class VserverReinstallInterruptedTests
{
    private static readonly Config First = TestVserver.Config
        .With("on_os_change", "reinstall").With("reinstall_triggers", Config.Of(("release", "1"))).With("timeouts", Config.Of(("update", "5m")));

    private static readonly Config Second = First.With("reinstall_triggers", Config.Of(("release", "2")));

    public static TheoryData<string> Attributes => ["reinstall_triggers", "image"];

    [Theory]
    [MemberData(nameof(Attributes))]
    public async Task Apply_TimeIsUp_DoesNotBeginAnother(string attribute)
    {
        var clock = new JumpingClock();
        await using var world = await ProviderWorld.StartAsync(time: clock);
        var server = await world.CreateVserverAsync(First);
        var config = Changed(attribute);
        world.Simulator.World.Configure(new SettingsChange { ReinstallTime = TimeSpan.FromHours(1) });
        var error = ProviderWorld.TheError(await server.ApplyAsync(config));
        Assert.Equal("Time is up", error.Summary);
        Assert.All(["The installation was begun", "does not begin another"], part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        var plan = await server.PlanAsync(config);
        clock.Advance(TimeSpan.FromHours(2));
        Assert.DoesNotContain(await server.ApplyAsync(plan), d => d.Severity == Severity.Error);
        Assert.Equal(["reinstall"], world.Writes());
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(config)).Action);
    }

    [Fact]
    public async Task Apply_FinishedSinceThePlan_DoesNotBeginAnother()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync(First);
        var plan = await server.PlanAsync(Changed("image"));
        Assert.Equal("This wipes the disk", Assert.Single(plan.Diagnostics).Summary);
        world.Change(server, new ProductChange { Image = "debian10" });
        Assert.DoesNotContain(await server.ApplyAsync(plan), d => d.Severity == Severity.Error);
        Assert.Equal("debian10", server["image"]);
        Assert.Empty(world.Writes());
    }

    [Fact]
    public async Task Apply_CannotBeFollowed_SaysThatItWasBegun()
    {
        await using var world = await ProviderWorld.StartAsync(time: new JumpingClock());
        var server = await world.CreateVserverAsync(First);
        world.Simulator.Faults.Add(new FaultRule { Path = "*/status", Skip = 1, Times = 0, Status = 403, Word = "forbidden" });
        var error = ProviderWorld.TheError(await server.ApplyAsync(Second));
        Assert.Equal(("The installation of debian11 may not be finished", "image"), (error.Summary, error.Path.ToString()));
        Assert.Contains("The installation was begun", error.Detail, StringComparison.Ordinal);
        Assert.Equal("2", server["reinstall_triggers.release"]);
    }

    [Theory]
    [InlineData(false, "The server was not reinstalled", "the disk is as it was")]
    [InlineData(true, "The server may not have been reinstalled", "Look at the server before you apply again")]
    public async Task Apply_TasksCannotBeRead_SaysWhetherTheDiskWasWiped(bool isAfterALostAnswer, string summary, string told)
    {
        await using var world = await ProviderWorld.StartAsync(time: new JumpingClock());
        var server = await world.CreateVserverAsync(First);
        world.Simulator.Faults.Add(
            new FaultRule { Method = "GET", Path = "*/tasks", Skip = isAfterALostAnswer ? 1 : 0, Times = 0, Status = 403, Word = "forbidden" },
            new FaultRule { Path = "*/reinstall", Cut = CutMoment.Before });
        var error = ProviderWorld.TheError(await server.ApplyAsync(Second));
        Assert.Equal((summary, "image"), (error.Summary, error.Path.ToString()));
        Assert.Contains(told, error.Detail, StringComparison.Ordinal);
        Assert.Equal("1", server["reinstall_triggers.release"]);
    }

    [Fact]
    public async Task Apply_InterruptedBeforeTheAnswer_SaysThatTheNextOneWipes()
    {
        var clock = new JumpingClock();
        await using var world = await ProviderWorld.StartAsync(time: clock);
        var server = await world.CreateVserverAsync(First);
        world.Simulator.Faults.Add(new FaultRule { Path = "*/reinstall", Hold = true });
        var applying = server.ApplyAsync(Second);
        await world.InterruptUnansweredAsync(clock, applying);
        var error = ProviderWorld.TheError(await applying);
        Assert.Equal("Interrupted", error.Summary);
        Assert.All(
            ["the answer was lost", "Look at the server before you apply again", "wipes its disk"],
            part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.Equal("1", server["reinstall_triggers.release"]);
    }

    private static Config Changed(string attribute) => attribute == "image" ? First.With("image", "debian10") : Second;
}
