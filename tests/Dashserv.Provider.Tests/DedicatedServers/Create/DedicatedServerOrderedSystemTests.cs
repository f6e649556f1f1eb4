using CoreHarness;
using Dashserv.Provider.Tests.Support;
using Dashserv.Provider.Tests.Vservers;
using Dashserv.Simulator.Forms;

namespace Dashserv.Provider.Tests.DedicatedServers.Create;

/// <summary>Which operating system is ordered with a server, and what is installed afterwards because it could not be.</summary>
public sealed class DedicatedServerOrderedSystemTests
{
    [Theory]
    [InlineData(FormStyle.B, "295")]
    [InlineData(FormStyle.B, "Debian 11 (Bullseye)")]
    [InlineData(FormStyle.C, "295")]
    [InlineData(FormStyle.C, "debian 11 bullseye")]
    public async Task Create_FormHasAChoiceOfSystems_OrdersItAndInstallsNothing(FormStyle style, string template)
    {
        await using var world = await ProviderWorld.StartAsync(TestDedicatedServer.OrdersSystem with { FormStyle = style });
        var config = TestDedicatedServer.Config.With("template", template);
        var server = await world.CreateDedicatedAsync(config);
        Assert.Equal(("db.example.com", style == FormStyle.B ? "295" : "6"), (world.TheOrder()["hostname"], world.TheOrder()["os"]));
        Assert.Equal((0, TestDedicatedServer.Debian11, template), (world.Installations(), server["os"], server["template"]));
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(config)).Action);
    }

    [Fact]
    public async Task Create_ApiNamesTheFormsOnlyChoice_InstallsAllTheSame()
    {
        await using var world = await ProviderWorld.StartAsync();
        world.TellInstallation(looks: 3, isRunning: false, "Installierbar via IPMI");
        var server = await world.CreateDedicatedAsync();
        Assert.Equal((1, TestDedicatedServer.Debian11, TestDedicatedServer.Debian11), (world.Installations(), world.TheProduct().Image, server["os"]));
    }

    [Fact]
    public async Task Create_OrderedSystemAppearsAMomentAfterTheDelivery_IsWaitedFor()
    {
        await using var world = await ProviderWorld.StartAsync(TestDedicatedServer.OrdersSystem, time: new JumpingClock());
        world.TellInstallation(looks: 5, isRunning: false, os: null);
        world.TellInstallation(looks: 3, isRunning: true, os: null, "PXE");
        var server = await world.CreateDedicatedAsync();
        Assert.Equal((0, TestDedicatedServer.Debian11), (world.Installations(), server["os"]));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("fromTheVendor", true)]
    public async Task Create_OrderedSystemIsNamedLateOrNever_IsNotInstalledOver(string? password, bool isNeverNamed)
    {
        await using var world = await ProviderWorld.StartAsync(TestDedicatedServer.OrdersSystem, time: new JumpingClock());
        world.TellInstallation(looks: 3, isRunning: false, os: null);
        world.TellInstallation(looks: 3, isRunning: true, os: null, "PXE");
        world.TellInstallation(looks: isNeverNamed ? 0 : 3, isRunning: false, os: null, password: password);
        var server = await world.CreateDedicatedAsync();
        Assert.Equal(
            (0, TestDedicatedServer.Debian11, isNeverNamed ? null : TestDedicatedServer.Debian11), (world.Installations(), server["template"], server["os"]));
    }

    [Fact]
    public async Task Create_VendorsInstallationBreaksOff_IsInstalledOnceMore()
    {
        await using var world = await ProviderWorld.StartAsync(TestDedicatedServer.OrdersSystem, time: new JumpingClock());
        world.LetInstallationsTake(TimeSpan.Zero);
        world.TellInstallation(looks: 3, isRunning: true, os: null, "PXE");
        world.TellInstallation(looks: 12, isRunning: false, TestDedicatedServer.Debian11, "mdadm: no such device");
        var server = await world.CreateDedicatedAsync();
        Assert.Equal((1, TestDedicatedServer.Debian11), (world.Installations(), server["os"]));
    }

    [Fact]
    public async Task Create_OrderedSystemDoesNotAppear_IsInstalled()
    {
        await using var world = await ProviderWorld.StartAsync(TestDedicatedServer.OrdersSystem, time: new JumpingClock());
        world.LetInstallationsTake(TimeSpan.Zero);
        world.TellInstallation(looks: 30, isRunning: false, os: null);
        var server = await world.CreateDedicatedAsync();
        Assert.Equal((1, TestDedicatedServer.Debian11), (world.Installations(), server["os"]));
    }

    [Fact]
    public async Task Create_FormHasOtherSystemsOnly_OrdersTheCheapestAndInstallsAfterwards()
    {
        await using var world = await ProviderWorld.StartAsync(TestDedicatedServer.OrdersSystem);
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
        Assert.Equal((TestDedicatedServer.Debian11, TestDedicatedServer.Debian11), (world.TheProduct().Image, server["template"]));
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(TestDedicatedServer.Config)).Action);
    }

    [Fact]
    public async Task Create_NoTemplate_InstallsNothing()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateDedicatedAsync(TestDedicatedServer.Bare);
        Assert.Equal((0, null, null), (world.Installations(), server["template"], server["os"]));
    }

    [Fact]
    public async Task Create_SystemChosenByTheFormOnly_IsDemanded()
    {
        await using var world = await ProviderWorld.StartAsync(TestDedicatedServer.OrdersSystem);
        var error = ProviderWorld.TheError((await world.Dedicated().PlanAsync(TestDedicatedServer.Bare)).Diagnostics);
        Assert.Equal(("template is needed", "template"), (error.Summary, error.Path.ToString()));
        Assert.All(["Debian 11 (Bullseye)", "options = { os = "], part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
    }
}
