using CoreHarness;
using Dashserv.Provider.Tests.Vservers;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.DedicatedServers.Change;

/// <summary>Nobody promises that the API calls an installed system as its template is called.</summary>
public sealed class DedicatedServerForeignWordTests
{
    private const string Foreign = "debian-11-x64";
    private const string Adopted = "What is installed is taken for this template";

    [Theory]
    [InlineData("replace")]
    [InlineData("reinstall")]
    [InlineData("error")]
    public async Task Import_SystemHasNoTemplatesName_ConfiguredTemplateIsAdopted(string onOsChange)
    {
        await using var world = await ProviderWorld.StartAsync();
        var imported = await ImportAsync(world);
        Assert.Equal((null, Foreign), (imported["template"], imported["os"]));
        var config = TestDedicatedServer.Config.With("on_os_change", onOsChange);
        var plan = await imported.PlanAsync(config);
        var warning = Assert.Single(plan.Diagnostics);
        Assert.Equal((ChangeAction.Update, Severity.Warning, "template"), (plan.Action, warning.Severity, warning.Path.ToString()));
        Assert.Equal(Adopted, warning.Summary);
        Assert.All(
            [Foreign, TestDedicatedServer.Debian11, "left as it is", "reinstall_triggers"],
            part => Assert.Contains(part, warning.Detail, StringComparison.Ordinal));
        Assert.DoesNotContain(await imported.ApplyAsync(plan), d => d.Severity == Severity.Error);
        Assert.Equal(TestDedicatedServer.Debian11, imported["template"]);
        Assert.Empty(world.Writes());
        var next = await imported.PlanAsync(config);
        Assert.Equal((ChangeAction.NoOp, 0), (next.Action, next.Diagnostics.Count));
    }

    [Fact]
    public async Task Import_SystemHasNoTemplatesNameAndNoneIsConfigured_PlansNothing()
    {
        await using var world = await ProviderWorld.StartAsync();
        var imported = await ImportAsync(world);
        Assert.Equal(ChangeAction.NoOp, (await imported.PlanAsync(TestDedicatedServer.Bare)).Action);
        await imported.ApplyAsync(TestDedicatedServer.Bare.With("deletion_protection", true));
        Assert.Equal(ChangeAction.NoOp, (await imported.PlanAsync(TestDedicatedServer.Bare.With("deletion_protection", true))).Action);
        Assert.Null(imported["template"]);

        // However long it was without one: what is there is not wiped for a template that it may well be.
        var plan = await imported.PlanAsync(TestDedicatedServer.InPlace);
        Assert.Equal((ChangeAction.Update, Adopted), (plan.Action, Assert.Single(plan.Diagnostics).Summary));
        await imported.ApplyAsync(plan);
        Assert.Empty(world.Writes());
    }

    [Fact]
    public async Task Import_ConfiguredTemplateIsNone_FailsThePlan()
    {
        await using var world = await ProviderWorld.StartAsync();
        var imported = await ImportAsync(world);
        Assert.Equal(
            "No such template", Assert.Single((await imported.PlanAsync(TestDedicatedServer.Config.With("template", "Debian 99"))).Diagnostics).Summary);
    }

    [Fact]
    public async Task Refresh_ForeignWordChanges_IsDrift()
    {
        await using var world = await ProviderWorld.StartAsync();
        var imported = await ImportAsync(world);
        var config = TestDedicatedServer.InPlace.With("on_drift", "repair");
        await imported.ApplyAsync(config);
        world.Simulator.Faults.Clear();
        world.TellInstallation(looks: 0, isRunning: false, "windows-2019-x64");
        var plan = await imported.PlanAsync(config);
        Assert.Equal(
            (ChangeAction.Update, "windows-2019-x64", "This wipes the disks"), (plan.Action, imported["template"], Assert.Single(plan.Diagnostics).Summary));
    }

    [Fact]
    public async Task Refresh_SystemInstalledByHandOnABareServer_IsNotWipedForATemplate()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateDedicatedAsync(TestDedicatedServer.Bare);
        world.TellInstallation(looks: 0, isRunning: false, Foreign);
        world.Simulator.Journal.Clear();
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(TestDedicatedServer.Bare)).Action);
        var plan = await server.PlanAsync(TestDedicatedServer.InPlace);
        Assert.Equal(Adopted, Assert.Single(plan.Diagnostics).Summary);
        await server.ApplyAsync(plan);
        Assert.Equal((TestDedicatedServer.Debian11, Foreign), (server["template"], server["os"]));
        Assert.Empty(world.Writes());
    }

    private static async Task<ResourceInstance> ImportAsync(ProviderWorld world)
    {
        var server = await world.CreateDedicatedAsync();
        world.TellInstallation(looks: 0, isRunning: false, Foreign);
        var imported = world.Core.Resource(TestDedicatedServer.Type, "imported");
        Assert.Empty(await imported.ImportAsync((string)server["id"]!));
        world.Simulator.Journal.Clear();
        return imported;
    }
}
