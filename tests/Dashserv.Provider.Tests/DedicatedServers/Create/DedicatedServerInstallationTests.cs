using CoreHarness;
using Dashserv.Provider.Tests.Support;
using Dashserv.Provider.Tests.Vservers;
using Dashserv.Simulator.Faults;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.DedicatedServers.Create;

/// <summary>How an operating system gets on a server, and how its end is recognised.</summary>
public sealed class DedicatedServerInstallationTests
{
    [Fact]
    public async Task Create_FormHasNoChoiceOfSystems_InstallsAfterDelivery()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateDedicatedAsync();
        var sent = Assert.Single(world.Simulator.Journal.Entries("*/installation/create")).Fields;
        Assert.Equal(("295", "db.example.com"), (sent["template"], sent["hostname"]));
        Assert.Equal((TestDedicatedServer.Debian11, TestDedicatedServer.Debian11), (world.TheProduct().Image, server["os"]));
    }

    [Fact]
    public async Task Create_RefusedAsAnInstallationRunsAlready_IsFollowedToItsEnd()
    {
        await using var world = await ProviderWorld.StartAsync();
        world.TellInstallation(looks: 3, isRunning: false, os: null);
        world.TellInstallation(looks: 2, isRunning: true, os: null, "PXE");
        world.TellInstallation(looks: 0, isRunning: false, TestDedicatedServer.Debian11, password: "fromTheInstaller");
        world.Simulator.Faults.Add(new FaultRule { Path = "*/installation/create", Status = 412, Word = "Es läuft bereits eine Installation." });
        var server = await world.CreateDedicatedAsync();
        Assert.Equal((1, TestDedicatedServer.Debian11), (world.Installations(), server["template"]));
    }

    [Fact]
    public async Task Create_SystemIsNamedOnlyAfterTheInstallation_IsWaitedFor()
    {
        await using var world = await ProviderWorld.StartAsync();
        world.TellInstallation(looks: 3, isRunning: false, os: null);
        world.TellInstallation(looks: 1, isRunning: true, os: null, "PXE");
        world.TellInstallation(looks: 2, isRunning: false, os: null);
        world.TellInstallation(looks: 0, isRunning: false, TestDedicatedServer.Debian11, password: "fromTheInstaller");
        var server = await world.CreateDedicatedAsync();
        Assert.Equal((1, TestDedicatedServer.Debian11), (world.Installations(), server["os"]));
    }

    [Fact]
    public async Task Plan_OtherHostNameAndNothingKnownToInstall_AsksForATemplate()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestDedicatedServer.Bare.With("hostname", "db.example.com").With("on_os_change", "reinstall");
        var server = await world.CreateDedicatedAsync(config);
        var error = ProviderWorld.TheError((await server.PlanAsync(config.With("hostname", "db2.example.com"))).Diagnostics);
        Assert.Equal(("A template is needed", "template"), (error.Summary, error.Path.ToString()));
        Assert.Contains("because of hostname", error.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("template", "278")]
    [InlineData("hostname", "db2.example.com")]
    public async Task Apply_ReinstallMode_KeepsServerAndAddressAndWarnsFirst(string attribute, string value)
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateDedicatedAsync(TestDedicatedServer.InPlace);
        var (id, address) = (server["id"], server["primary_ipv4_address"]);
        var config = TestDedicatedServer.InPlace.With(attribute, value);
        var plan = await server.PlanAsync(config);
        Assert.Equal(ChangeAction.Update, plan.Action);
        Assert.Equal(new[] { attribute, "disk_wiped_at", "os", "status" }.Order(), plan.Changes.Order());
        var warning = Assert.Single(plan.Diagnostics);
        Assert.Equal((Severity.Warning, "This wipes the disks", attribute), (warning.Severity, warning.Summary, warning.Path.ToString()));
        Assert.Contains("Everything on its disks is lost; its addresses stay", warning.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(await server.ApplyAsync(plan), d => d.Severity == Severity.Error);
        Assert.Equal((id, address, value), (server["id"], server["primary_ipv4_address"], server[attribute]));
        Assert.NotNull(server["disk_wiped_at"]);
        Assert.Equal(2, world.Installations());
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(config)).Action);
    }

    [Theory]
    [InlineData("template", "278")]
    [InlineData("hostname", "db2.example.com")]
    public async Task Plan_ErrorMode_FailsOnTheAttribute(string attribute, string value)
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestDedicatedServer.Config.With("on_os_change", "error");
        var server = await world.CreateDedicatedAsync(config);
        var error = ProviderWorld.TheError((await server.PlanAsync(config.With(attribute, value))).Diagnostics);
        Assert.Equal(attribute, error.Path.ToString());
        Assert.Contains("on_os_change is \"error\"", error.Detail, StringComparison.Ordinal);
        Assert.Contains(value, error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Triggers_Changed_ReinstallWithAWarning()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestDedicatedServer.Config.With("reinstall_triggers", Config.Of(("release", "1")));
        var server = await world.CreateDedicatedAsync(config);
        var next = config.With("reinstall_triggers", Config.Of(("release", "2")));
        var plan = await server.PlanAsync(next);
        Assert.Equal(
            ("This wipes the disks", "reinstall_triggers"), (Assert.Single(plan.Diagnostics).Summary, Assert.Single(plan.Diagnostics).Path.ToString()));
        await server.ApplyAsync(plan);
        Assert.Equal(2, world.Installations());
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(next)).Action);
    }

    [Fact]
    public async Task Triggers_AddedOrRemovedAsAWhole_TriggerNothing()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateDedicatedAsync();
        Assert.Empty(await server.ApplyAsync(TestDedicatedServer.Config.With("reinstall_triggers", Config.Of(("release", "1")))));
        Assert.Empty(await server.ApplyAsync(TestDedicatedServer.Config));
        Assert.Equal(1, world.Installations());
    }

    [Fact]
    public async Task Template_AddedToAServerDeliveredWithout_IsInstalledInPlace()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateDedicatedAsync(TestDedicatedServer.Bare);
        var id = server["id"];
        var plan = await server.PlanAsync(TestDedicatedServer.InPlace);
        Assert.Equal((ChangeAction.Update, "This wipes the disks"), (plan.Action, Assert.Single(plan.Diagnostics).Summary));
        await server.ApplyAsync(plan);
        Assert.Equal((id, TestDedicatedServer.Debian11, 1), (server["id"], world.TheProduct().Image, world.Installations()));
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(TestDedicatedServer.InPlace)).Action);
    }

    [Fact]
    public async Task Template_AddedAndForbidden_FailsThePlan()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateDedicatedAsync(TestDedicatedServer.Bare);
        Assert.Equal(
            "template", ProviderWorld.TheError((await server.PlanAsync(TestDedicatedServer.Config.With("on_os_change", "error"))).Diagnostics).Path.ToString());
    }

    [Fact]
    public async Task Reinstall_StatusStillTellsTheEarlierEnd_IsWaitedFor()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestDedicatedServer.Config.With("reinstall_triggers", Config.Of(("release", "1")));
        var server = await world.CreateDedicatedAsync(config);
        var password = world.TheProduct().Passwords["root"];
        var plan = await server.PlanAsync(config.With("reinstall_triggers", Config.Of(("release", "2"))));
        world.LetInstallationsTake(TimeSpan.FromMilliseconds(300));
        world.TellInstallation(looks: 6, isRunning: false, TestDedicatedServer.Debian11, password: password);
        await server.ApplyAsync(plan);
        Assert.NotEqual(password, world.TheProduct().Passwords["root"]);
        Assert.Equal((TestDedicatedServer.Debian11, TestDedicatedServer.Debian11), (server["os"], world.TheProduct().Image));
    }

    [Fact]
    public async Task Reinstall_OverBeforeItWasSeenToRun_IsRecognisedByItsPasswords()
    {
        await using var world = await ProviderWorld.StartAsync(time: new JumpingClock());
        world.LetInstallationsTake(TimeSpan.Zero);
        var config = TestDedicatedServer.Config.With("reinstall_triggers", Config.Of(("release", "1")));
        var server = await world.CreateDedicatedAsync(config);
        Assert.DoesNotContain(await server.ApplyAsync(config.With("reinstall_triggers", Config.Of(("release", "2")))), d => d.Severity == Severity.Error);
        Assert.Equal(2, world.Installations());
    }

    [Fact]
    public async Task Reinstall_SystemIsToldInOtherWords_IsASuccess()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateDedicatedAsync(TestDedicatedServer.InPlace);
        var plan = await server.PlanAsync(TestDedicatedServer.InPlace.With("template", "278"));
        world.Simulator.Faults.Add(new FaultRule { Path = "*/installation/status", Times = 2, Skip = 1, Status = 200, Text = """{"success":true,"data":{"installation":true,"log":"x","os":null,"mac":null,"ssh":null}}""" });
        world.Simulator.Faults.Add(new FaultRule { Path = "*/installation/status", Times = 0, Skip = 1, Status = 200, Text = """{"success":true,"data":{"installation":false,"log":null,"os":"Debian GNU/Linux 10","mac":null,"ssh":{"root":"x"}}}""" });
        Assert.DoesNotContain(await server.ApplyAsync(plan), d => d.Severity == Severity.Error);
        Assert.Equal(("278", "Debian GNU/Linux 10"), (server["template"], server["os"]));
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(TestDedicatedServer.InPlace.With("template", "278"))).Action);
    }
}
