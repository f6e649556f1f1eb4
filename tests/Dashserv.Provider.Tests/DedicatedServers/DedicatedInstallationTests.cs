using CoreHarness;
using Dashserv.Provider.Tests.Support;
using Dashserv.Provider.Tests.Vservers;
using Dashserv.Simulator.Faults;
using Dashserv.Simulator.Forms;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.DedicatedServers;

/// <summary>How an operating system gets on a server, and how its end is recognised.</summary>
public sealed class DedicatedInstallationTests
{
    [Fact]
    public async Task Create_FormHasNoChoiceOfSystems_InstallsAfterDelivery()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateDedicatedAsync();
        var sent = Assert.Single(world.Simulator.Journal.Entries("*/installation/create")).Fields;
        Assert.Equal(("295", "db.example.com"), (sent["template"], sent["hostname"]));
        Assert.Equal((TestDedicated.Debian11, TestDedicated.Debian11), (world.TheProduct().Image, server["os"]));
    }

    [Theory]
    [InlineData(FormStyle.B, "295")]
    [InlineData(FormStyle.B, "Debian 11 (Bullseye)")]
    [InlineData(FormStyle.C, "295")]
    [InlineData(FormStyle.C, "debian 11 bullseye")]
    public async Task Create_FormHasAChoiceOfSystems_OrdersItAndInstallsNothing(FormStyle style, string template)
    {
        await using var world = await ProviderWorld.StartAsync(TestDedicated.OrdersSystem with { FormStyle = style });
        var config = TestDedicated.Config.With("template", template);
        var server = await world.CreateDedicatedAsync(config);
        Assert.Equal(("db.example.com", style == FormStyle.B ? "295" : "6"), (world.TheOrder()["hostname"], world.TheOrder()["os"]));
        Assert.Equal((0, TestDedicated.Debian11, template), (world.Installations(), server["os"], server["template"]));
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(config)).Action);
    }

    [Fact]
    public async Task Create_ApiNamesTheFormsOnlyChoice_InstallsAllTheSame()
    {
        await using var world = await ProviderWorld.StartAsync();
        world.TellInstallation(looks: 3, isRunning: false, "Installierbar via IPMI");
        var server = await world.CreateDedicatedAsync();
        Assert.Equal((1, TestDedicated.Debian11, TestDedicated.Debian11), (world.Installations(), world.TheProduct().Image, server["os"]));
    }

    [Fact]
    public async Task Create_FormHasOtherSystemsOnly_OrdersTheCheapestAndInstallsAfterwards()
    {
        await using var world = await ProviderWorld.StartAsync(TestDedicated.OrdersSystem);
        await world.TamperAsync("manage/product/dedicated-server:h5HGC", form =>
        {
            var choices = form["options"]!["os"]!["options"]!.AsObject();
            choices.Remove("295");
            foreach (var (key, choice) in choices)
            {
                choice!["cost"] = key == "278" ? 0 : 20;
            }
        });
        var server = await world.CreateDedicatedAsync();
        Assert.Equal(("278", 1), (world.TheOrder()["os"], world.Installations()));
        Assert.Equal((TestDedicated.Debian11, TestDedicated.Debian11), (world.TheProduct().Image, server["template"]));
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(TestDedicated.Config)).Action);
    }

    [Fact]
    public async Task Plan_OtherHostNameAndNothingKnownToInstall_AsksForATemplate()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestDedicated.Bare.With("hostname", "db.example.com").With("on_os_change", "reinstall");
        var server = await world.CreateDedicatedAsync(config);
        var error = ProviderWorld.TheError((await server.PlanAsync(config.With("hostname", "db2.example.com"))).Diagnostics);
        Assert.Equal(("A template is needed", "template"), (error.Summary, error.Path.ToString()));
        Assert.Contains("because of hostname", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_NoTemplate_InstallsNothing()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateDedicatedAsync(TestDedicated.Bare);
        Assert.Equal((0, null, null), (world.Installations(), server["template"], server["os"]));
    }

    [Fact]
    public async Task Create_SystemChosenByTheFormOnly_IsDemanded()
    {
        await using var world = await ProviderWorld.StartAsync(TestDedicated.OrdersSystem);
        var error = ProviderWorld.TheError((await world.Dedicated().PlanAsync(TestDedicated.Bare)).Diagnostics);
        Assert.Equal(("template is needed", "template"), (error.Summary, error.Path.ToString()));
        Assert.All(["Debian 11 (Bullseye)", "options = { os = "], part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("template", "278")]
    [InlineData("hostname", "db2.example.com")]
    public async Task Apply_ReinstallMode_KeepsServerAndAddressAndWarnsFirst(string attribute, string value)
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateDedicatedAsync(TestDedicated.InPlace);
        var (id, address) = (server["id"], server["primary_ipv4_address"]);
        var config = TestDedicated.InPlace.With(attribute, value);
        var plan = await server.PlanAsync(config);
        Assert.Equal(ChangeAction.Update, plan.Action);
        Assert.Equal(new[] { attribute, "os", "status" }.Order(), plan.Changes.Order());
        var warning = Assert.Single(plan.Diagnostics);
        Assert.Equal((Severity.Warning, "This wipes the disks", attribute), (warning.Severity, warning.Summary, warning.Path.ToString()));
        Assert.Contains("Everything on its disks is lost; its addresses stay", warning.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(await server.ApplyAsync(plan), d => d.Severity == Severity.Error);
        Assert.Equal((id, address, value), (server["id"], server["primary_ipv4_address"], server[attribute]));
        Assert.Equal(2, world.Installations());
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(config)).Action);
    }

    [Theory]
    [InlineData("template", "278")]
    [InlineData("hostname", "db2.example.com")]
    public async Task Plan_ErrorMode_FailsOnTheAttribute(string attribute, string value)
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestDedicated.Config.With("on_os_change", "error");
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
        var config = TestDedicated.Config.With("reinstall_triggers", Config.Of(("release", "1")));
        var server = await world.CreateDedicatedAsync(config);
        var next = config.With("reinstall_triggers", Config.Of(("release", "2")));
        var plan = await server.PlanAsync(next);
        Assert.Equal(("This wipes the disks", "reinstall_triggers"), (Assert.Single(plan.Diagnostics).Summary, Assert.Single(plan.Diagnostics).Path.ToString()));
        await server.ApplyAsync(plan);
        Assert.Equal(2, world.Installations());
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(next)).Action);
    }

    [Fact]
    public async Task Triggers_AddedOrRemovedAsAWhole_TriggerNothing()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateDedicatedAsync();
        Assert.Empty(await server.ApplyAsync(TestDedicated.Config.With("reinstall_triggers", Config.Of(("release", "1")))));
        Assert.Empty(await server.ApplyAsync(TestDedicated.Config));
        Assert.Equal(1, world.Installations());
    }

    [Fact]
    public async Task Template_AddedToAServerDeliveredWithout_IsInstalledInPlace()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateDedicatedAsync(TestDedicated.Bare);
        var id = server["id"];
        var plan = await server.PlanAsync(TestDedicated.Config);
        Assert.Equal((ChangeAction.Update, "This wipes the disks"), (plan.Action, Assert.Single(plan.Diagnostics).Summary));
        await server.ApplyAsync(plan);
        Assert.Equal((id, TestDedicated.Debian11, 1), (server["id"], world.TheProduct().Image, world.Installations()));
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(TestDedicated.Config)).Action);
    }

    [Fact]
    public async Task Template_AddedAndForbidden_FailsThePlan()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateDedicatedAsync(TestDedicated.Bare);
        Assert.Equal("template", ProviderWorld.TheError((await server.PlanAsync(TestDedicated.Config.With("on_os_change", "error"))).Diagnostics).Path.ToString());
    }

    [Fact]
    public async Task Reinstall_StatusStillTellsTheEarlierEnd_IsWaitedFor()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestDedicated.Config.With("reinstall_triggers", Config.Of(("release", "1")));
        var server = await world.CreateDedicatedAsync(config);
        var password = world.TheProduct().Passwords["root"];
        var plan = await server.PlanAsync(config.With("reinstall_triggers", Config.Of(("release", "2"))));
        world.LetInstallationsTake(TimeSpan.FromMilliseconds(300));
        world.TellInstallation(looks: 6, isRunning: false, TestDedicated.Debian11, password: password);
        await server.ApplyAsync(plan);
        Assert.NotEqual(password, world.TheProduct().Passwords["root"]);
        Assert.Equal((TestDedicated.Debian11, TestDedicated.Debian11), (server["os"], world.TheProduct().Image));
    }

    [Fact]
    public async Task Reinstall_OverBeforeItWasSeenToRun_IsRecognisedByItsPasswords()
    {
        await using var world = await ProviderWorld.StartAsync(time: new JumpingClock());
        world.LetInstallationsTake(TimeSpan.Zero);
        var config = TestDedicated.Config.With("reinstall_triggers", Config.Of(("release", "1")));
        var server = await world.CreateDedicatedAsync(config);
        Assert.DoesNotContain(await server.ApplyAsync(config.With("reinstall_triggers", Config.Of(("release", "2")))), d => d.Severity == Severity.Error);
        Assert.Equal(2, world.Installations());
    }

    [Fact]
    public async Task Reinstall_SystemIsToldInOtherWords_IsASuccess()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateDedicatedAsync(TestDedicated.InPlace);
        var plan = await server.PlanAsync(TestDedicated.InPlace.With("template", "278"));
        world.Simulator.Faults.Add(new FaultRule { Path = "*/installation/status", Times = 2, Skip = 1, Status = 200, Text = """{"success":true,"data":{"installation":true,"log":"x","os":null,"mac":null,"ssh":null}}""" });
        world.Simulator.Faults.Add(new FaultRule { Path = "*/installation/status", Times = 0, Skip = 1, Status = 200, Text = """{"success":true,"data":{"installation":false,"log":null,"os":"Debian GNU/Linux 10","mac":null,"ssh":{"root":"x"}}}""" });
        Assert.DoesNotContain(await server.ApplyAsync(plan), d => d.Severity == Severity.Error);
        Assert.Equal(("278", "Debian GNU/Linux 10"), (server["template"], server["os"]));
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(TestDedicated.InPlace.With("template", "278"))).Action);
    }
}
