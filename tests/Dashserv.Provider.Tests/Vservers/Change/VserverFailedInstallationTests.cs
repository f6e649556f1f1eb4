using CoreHarness;
using Dashserv.Provider.Tests.Support;
using Dashserv.Simulator.Control;
using Dashserv.Simulator.Faults;
using Dashserv.Simulator.Tasks;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Vservers.Change;

/// <summary>An installation that failed is not forgotten, whatever the API calls what is on the disk now.</summary>
public sealed class VserverFailedInstallationTests
{
    private static readonly Config Old = TestVserver.Config.With("on_os_change", "reinstall");
    private static readonly Config New = Old.With("image", "ubuntu20_04");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Image_ThatFailedHalfway_IsInstalledByTheNextApply(bool newImage)
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await FailAsync(world, newImage);
        Assert.Equal("debian11", server["image"]);
        Assert.Equal(ChangeAction.Update, (await server.PlanAsync(New)).Action);
        await ApplyAsync(server, New);
        Assert.Equal(2, world.Writes().Count(w => w == "reinstall"));
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(New)).Action);
    }

    [Fact]
    public async Task Image_TakenBack_IsInstalledAllTheSame()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await FailAsync(world, newImage: true);
        var plan = await server.PlanAsync(Old);
        Assert.Equal(ChangeAction.Update, plan.Action);
        Assert.Contains(plan.Diagnostics, d => d.Detail.Contains("because of its last installation, which failed", StringComparison.Ordinal));
        await ApplyAsync(server, Old);
        Assert.StartsWith("debian", world.TheProduct().Image, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(Old)).Action);
    }

    [Fact]
    public async Task Image_InstalledByHandMeanwhile_IsLeftAlone()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await FailAsync(world, newImage: true);
        world.Simulator.World.Configure(new SettingsChange { ReinstallTime = TimeSpan.Zero });
        await world.ReinstallAsync((string)server["id"]!, "ubuntu20_04");
        world.Simulator.Journal.Clear();
        Assert.Empty(await server.ApplyAsync(New));
        Assert.Empty(world.Writes());
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(New)).Action);
    }

    /// <summary>What is noted of the old server is nothing of the new one's: it would be wiped at once.</summary>
    [Fact]
    public async Task Replaced_NewServer_IsNotInstalledAgain()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await FailAsync(world, newImage: true);
        var config = New.With("on_os_change", "replace").With("location", "kc7aV");
        Assert.DoesNotContain(await server.ApplyAsync(config), d => d.Severity == Severity.Error);
        var plan = await server.PlanAsync(config);
        Assert.Equal((2, ChangeAction.NoOp, 0), (world.OrdersPlaced, plan.Action, plan.Diagnostics.Count));
    }

    private static async Task<ResourceInstance> FailAsync(ProviderWorld world, bool newImage)
    {
        var server = await world.CreateVserverAsync(Old);
        world.Simulator.World.FailTasks(
            new TaskFault { Task = TaskKind.Reinstall, Status = "interrupted by signal", Effect = TaskEffect.Half, NewImage = newImage });
        Assert.Equal("The reinstallation failed", ProviderWorld.TheError(await server.ApplyAsync(New)).Summary);
        await server.RefreshAsync();
        return server;
    }

    private static async Task ApplyAsync(ResourceInstance server, Config config) =>
        Assert.DoesNotContain(await server.ApplyAsync(config), d => d.Severity == Severity.Error);
}
