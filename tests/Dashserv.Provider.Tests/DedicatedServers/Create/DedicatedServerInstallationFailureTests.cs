using CoreHarness;
using Dashserv.Provider.Tests.Support;
using Dashserv.Provider.Tests.Vservers;
using Dashserv.Simulator.Control;
using Dashserv.Simulator.Faults;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.DedicatedServers.Create;
/// <summary>What is told of an installation that failed, was refused, or whose answer was lost, and what the next apply does.</summary>
public sealed class DedicatedServerInstallationFailureTests
{
    private const string Log = "Partitioning disks\nmdadm: no such device";
    private const string Locked = """{"success":false,"data":"Der Server ist gesperrt."}""";

    [Fact]
    public async Task Create_InstallationFails_SaysWhereItsLogIsAndKeepsTheServer()
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.World.FailInstallations(Log);
        var server = world.Dedicated();
        var warning = Assert.Single(await server.ApplyAsync(TestDedicatedServer.Config));
        Assert.Equal((Severity.Warning, "The installation failed", "template"), (warning.Severity, warning.Summary, warning.Path.ToString()));
        Assert.All(
            ["installer's log", "customer panel", (string)server["id"]!, "costs money", "next apply tries to install it again"],
            part => Assert.Contains(part, warning.Detail, StringComparison.Ordinal));
        Assert.False(server.Tainted);
        Assert.Equal(world.TheProduct().Uuid, server["id"]);
    }

    [Fact]
    public async Task Create_InstallationFailed_IsInstalledByTheNextApply()
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.World.FailInstallations(Log);
        var server = world.Dedicated();
        await server.ApplyAsync(TestDedicatedServer.Config);
        var plan = await server.PlanAsync(TestDedicatedServer.Config);
        Assert.Equal(ChangeAction.Update, plan.Action);
        var warning = Assert.Single(plan.Diagnostics);
        Assert.Equal(("This wipes the disks", "template"), (warning.Summary, warning.Path.ToString()));
        Assert.Contains("was not seen to succeed", warning.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(await server.ApplyAsync(plan), d => d.Severity == Severity.Error);
        Assert.Equal((TestDedicatedServer.Debian11, 2, 1), (server["os"], world.Installations(), world.OrdersPlaced));
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(TestDedicatedServer.Config)).Action);
    }

    [Fact]
    public async Task Reinstall_Fails_IsRepeatedByTheNextApplyAlsoWithoutAChange()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestDedicatedServer.Config.With("reinstall_triggers", Config.Of(("release", "1")));
        var server = await world.CreateDedicatedAsync(config);
        world.Simulator.World.FailInstallations(Log);
        var next = config.With("reinstall_triggers", Config.Of(("release", "2")));
        var error = ProviderWorld.TheError(await server.ApplyAsync(next));
        Assert.Contains("installer's log", error.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("untaint", error.Detail, StringComparison.Ordinal);
        Assert.Contains("next apply tries to install it again", error.Detail, StringComparison.Ordinal);
        Assert.False(server.Tainted);
        // Whichever way the configuration goes now, the disk is empty.
        Assert.Equal(ChangeAction.Update, (await server.PlanAsync(config)).Action);
        Assert.Equal(ChangeAction.Update, (await server.PlanAsync(next)).Action);
        Assert.DoesNotContain(await server.ApplyAsync(next), d => d.Severity == Severity.Error);
        Assert.Equal((3, TestDedicatedServer.Debian11), (world.Installations(), world.TheProduct().Image));
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(next)).Action);
    }

    [Fact]
    public async Task Reinstall_FailsAndTheOldTemplateIsWantedAgain_InstallsThat()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateDedicatedAsync(TestDedicatedServer.InPlace);
        world.Simulator.World.FailInstallations(Log);
        await server.ApplyAsync(TestDedicatedServer.InPlace.With("template", "278"));
        Assert.DoesNotContain(await server.ApplyAsync(TestDedicatedServer.InPlace), d => d.Severity == Severity.Error);
        Assert.Equal((TestDedicatedServer.Debian11, TestDedicatedServer.Debian11), (world.TheProduct().Image, server["template"]));
    }

    [Fact]
    public async Task Create_InstallationBreaksOffAndTheSystemIsNamedAllTheSame_Fails()
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.World.FailInstallations(Log);
        world.TellInstallation(looks: 3, isRunning: false, os: null);
        world.TellInstallation(looks: 1, isRunning: true, TestDedicatedServer.Debian11, Log);
        world.TellInstallation(looks: 0, isRunning: false, TestDedicatedServer.Debian11, Log);
        var server = world.Dedicated();
        var warning = Assert.Single(await server.ApplyAsync(TestDedicatedServer.Config));
        Assert.Equal("The installation failed", warning.Summary);
        Assert.Contains("installer's log", warning.Detail, StringComparison.Ordinal);
        Assert.Equal(ChangeAction.Update, (await server.PlanAsync(TestDedicatedServer.Config)).Action);
    }

    [Fact]
    public async Task Create_InstalledSystemIsNotNamed_NewAccountsTellThatItIsThere()
    {
        await using var world = await ProviderWorld.StartAsync();
        world.TellInstallation(looks: 3, isRunning: false, os: null);
        world.TellInstallation(looks: 1, isRunning: true, os: null, "PXE");
        world.TellInstallation(looks: 0, isRunning: false, os: null, password: "fromTheInstaller");
        var server = await world.CreateDedicatedAsync();
        Assert.Equal((TestDedicatedServer.Debian11, null), (server["template"], server["os"]));
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(TestDedicatedServer.Config)).Action);
    }

    [Fact]
    public async Task Create_TimeIsUpDuringTheInstallation_IsWaitedForAndNotRepeated()
    {
        await using var world = await ProviderWorld.StartAsync(time: new JumpingClock());
        world.LetInstallationsTake(TimeSpan.FromMinutes(5));
        var server = world.Dedicated();
        var warning = Assert.Single(await server.ApplyAsync(TestDedicatedServer.Config.With("timeouts", Config.Of(("create", "1m")))));
        Assert.Equal("Not ready yet", warning.Summary);
        Assert.Equal((false, 1), (server.Tainted, world.Installations()));
        var plan = await server.PlanAsync(TestDedicatedServer.Config);
        Assert.Equal(ChangeAction.Update, plan.Action);
        Assert.DoesNotContain(await server.ApplyAsync(plan), d => d.Severity == Severity.Error);
        Assert.Equal((1, TestDedicatedServer.Debian11), (world.Installations(), server["os"]));
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(TestDedicatedServer.Config)).Action);
    }

    [Fact]
    public async Task Reinstall_InterruptedAndFinishedMeanwhile_IsNotRepeated()
    {
        await using var world = await ProviderWorld.StartAsync(time: new JumpingClock());
        var config = TestDedicatedServer.Config.With("reinstall_triggers", Config.Of(("release", "1"))).With("timeouts", Config.Of(("update", "1m")));
        var server = await world.CreateDedicatedAsync(config);
        world.LetInstallationsTake(TimeSpan.FromDays(1));
        var next = config.With("reinstall_triggers", Config.Of(("release", "2")));
        Assert.Equal("Time is up", ProviderWorld.TheError(await server.ApplyAsync(next)).Summary);
        world.Change(server, new ProductChange { Image = "295" });
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(next)).Action);
        Assert.Equal(2, world.Installations());
    }

    [Fact]
    public async Task Reinstall_InterruptedBeforeTheAnswer_SaysThatTheNextOneWipes()
    {
        var clock = new JumpingClock();
        await using var world = await ProviderWorld.StartAsync(time: clock);
        world.LetInstallationsTake(TimeSpan.Zero);
        var server = await world.CreateDedicatedAsync(TestDedicatedServer.InPlace);
        world.Simulator.Faults.Add(new FaultRule { Path = "*/installation/create", Hold = true });
        var applying = server.ApplyAsync(TestDedicatedServer.InPlace.With("template", "278"));
        await world.InterruptUnansweredAsync(clock, applying);
        var error = ProviderWorld.TheError(await applying);
        Assert.Equal("Interrupted", error.Summary);
        Assert.All(
            ["the answer was lost", "Look at the server before you apply again", "wipes its disks"],
            part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.Equal(TestDedicatedServer.Debian11, server["template"]);
    }

    [Fact]
    public async Task Reinstall_AnswerLostAfterTheEffect_IsFollowedAndNotRepeated()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateDedicatedAsync(TestDedicatedServer.InPlace);
        world.Simulator.Faults.Add(new FaultRule { Path = "*/installation/create", Cut = CutMoment.After });
        Assert.DoesNotContain(await server.ApplyAsync(TestDedicatedServer.InPlace.With("template", "278")), d => d.Severity == Severity.Error);
        Assert.Equal(2, world.Installations());
    }

    [Fact]
    public async Task Reinstall_AnswerLostBeforeTheEffect_IsNotRepeatedAndSaysThatNothingShows()
    {
        await using var world = await ProviderWorld.StartAsync(time: new JumpingClock());
        world.LetInstallationsTake(TimeSpan.Zero);
        var server = await world.CreateDedicatedAsync(TestDedicatedServer.InPlace);
        var next = TestDedicatedServer.InPlace.With("template", "278");
        world.Simulator.Faults.Add(new FaultRule { Path = "*/installation/create", Cut = CutMoment.Before });
        var error = ProviderWorld.TheError(await server.ApplyAsync(next));
        Assert.Equal(("The installation does not seem to have begun", "template"), (error.Summary, error.Path.ToString()));
        Assert.Contains("The call was not repeated", error.Detail, StringComparison.Ordinal);
        Assert.Equal((2, TestDedicatedServer.Debian11), (world.Installations(), server["template"]));
        Assert.DoesNotContain(await server.ApplyAsync(next), d => d.Severity == Severity.Error);
        Assert.Equal((3, "Debian 10 (Buster)"), (world.Installations(), world.TheProduct().Image));
    }

    [Fact]
    public async Task Reinstall_TakenAndNothingShows_EndsSoonAndIsTriedAgain()
    {
        var clock = new JumpingClock();
        await using var world = await ProviderWorld.StartAsync(time: clock);
        var config = TestDedicatedServer.Config.With("reinstall_triggers", Config.Of(("release", "1")));
        var server = await world.CreateDedicatedAsync(config);
        var (next, before) = (config.With("reinstall_triggers", Config.Of(("release", "2"))), clock.GetUtcNow());
        world.Simulator.Faults.Add(new FaultRule { Path = "*/installation/create", Status = 200, Text = """{"success":true,"data":"dedicated_server_installation_create_success"}""" });
        var error = ProviderWorld.TheError(await server.ApplyAsync(next));
        Assert.Equal(("The installation does not seem to have begun", "template"), (error.Summary, error.Path.ToString()));
        Assert.All(
            ["The API took the call", "after 5m", "next apply tries to install it again"],
            part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.InRange(clock.GetUtcNow() - before, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10));
        Assert.Equal("1", server["reinstall_triggers.release"]);
        Assert.DoesNotContain(await server.ApplyAsync(next), d => d.Severity == Severity.Error);
        Assert.Equal((3, "2"), (world.Installations(), server["reinstall_triggers.release"]));
    }

    [Theory]
    [InlineData(412, Locked, "template", "Der Server ist gesperrt.")]
    [InlineData(422, """{"success":false,"data":"empty_field:hostname"}""", "hostname", "empty_field:hostname")]
    [InlineData(422, """{"success":false,"data":{"field":"template","value":"278","msg":"invalid_template"}}""", "template", "invalid_template")]
    [InlineData(403, """{"success":false,"data":"forbidden"}""", "template", "write permission")]
    [InlineData(503, """{"success":false,"data":"ratelimit_exceeded"}""", "template", "requests_per_second")]
    public async Task Reinstall_Refused_SaysThatNothingWasWiped(int status, string text, string attribute, string told)
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateDedicatedAsync(TestDedicatedServer.InPlace);
        var next = TestDedicatedServer.InPlace.With("template", "278");
        world.Simulator.Faults.Add(new FaultRule { Path = "*/installation/create", Status = status, Text = text });
        var error = ProviderWorld.TheError(await server.ApplyAsync(next));
        Assert.Equal(("Debian 10 (Buster) was not installed", attribute), (error.Summary, error.Path.ToString()));
        Assert.Contains(told, error.Detail, StringComparison.Ordinal);
        Assert.Contains("Nothing was wiped", error.Detail, StringComparison.Ordinal);
        Assert.Equal(TestDedicatedServer.Debian11, server["template"]);
        Assert.Equal(ChangeAction.Update, (await server.PlanAsync(next)).Action);
    }
}
