using CoreHarness;
using Dashserv.Provider.Tests.Support;
using Dashserv.Simulator;
using Dashserv.Simulator.Control;
using Dashserv.Simulator.Faults;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Vservers.Change;

/// <summary>An order that is not delivered yet, and something else that is wanted by then: what was delivered is what was ordered.</summary>
public sealed class VserverPendingChangeTests
{
    private static readonly Config Hasty = TestVserver.Config.With("on_os_change", "reinstall").With("timeouts", Config.Of(("create", "1m")));

    [Fact]
    public async Task Update_OtherImageAndReinstallRefused_StateTellsWhatIsInstalled()
    {
        await using var world = await TestVserver.StartSlowAsync();
        var server = await StartAsync(world);
        var plan = await server.PlanAsync(Hasty.With("image", "debian10"));
        world.Simulator.World.EndOrder((string)server["order_id"]!);
        world.Simulator.Faults.Add(new FaultRule { Path = "*/reinstall", Times = 0, Status = 412, Word = "Das Image wird gewartet." });
        Assert.Equal("The server was not reinstalled", ProviderWorld.TheError(await server.ApplyAsync(plan)).Summary);
        Assert.Equal((world.TheProduct().Uuid, "debian11", "debian11"), (server["id"], server["image"], world.TheProduct().Image));
        Assert.Equal(["image"], (await server.PlanAsync(Hasty.With("image", "debian10"))).Diagnostics.Select(d => d.Path.ToString()));
    }

    [Fact]
    public async Task Update_OtherImageAndNoImagesToBeHad_StateTellsWhatIsInstalled()
    {
        await using var world = await ProviderWorld.StartAsync(
            new SimulatorOptions { DeploymentTime = TimeSpan.FromHours(1), ProductUuidAfter = TimeSpan.FromHours(1) }, planChecks: false,
            time: new JumpingClock());
        var server = await StartAsync(world);
        await world.ConfigureAsync();
        var plan = await server.PlanAsync(Hasty.With("image", "debian10"));
        world.Simulator.World.EndOrder((string)server["order_id"]!);
        world.Simulator.Faults.Add(new FaultRule { Path = "/v1/product/vserver/image", Times = 0, Status = 403, Word = "forbidden" });
        ProviderWorld.TheError(await server.ApplyAsync(plan));
        Assert.Equal((world.TheProduct().Uuid, "debian11"), (server["id"], server["image"]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Update_OtherImageWhileStillPending_IsInstalledOnceDelivered(bool isSeenByARefresh)
    {
        await using var world = await TestVserver.StartSlowAsync();
        world.Simulator.World.Configure(new SettingsChange { ReinstallTime = TimeSpan.Zero });
        var server = await StartAsync(world);
        var config = Hasty.With("image", "debian10");
        Assert.Contains(await server.ApplyAsync(config), d => d is { Severity: Severity.Warning, Summary: "Not ready yet" });
        var plan = await server.PlanAsync(config);
        world.Simulator.World.EndOrder((string)server["order_id"]!);
        plan = isSeenByARefresh ? await server.PlanAsync(config) : plan;
        Assert.DoesNotContain(await server.ApplyAsync(plan), d => d.Severity == Severity.Error);
        Assert.Equal(("debian10", "debian10", 1), (server["image"], world.TheProduct().Image, world.OrdersPlaced));
        Assert.Equal(["reinstall"], world.Writes());
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(config)).Action);
    }

    [Fact]
    public async Task Refresh_DeliveredUnderAnotherName_IsAsItWasOrdered()
    {
        await using var world = await TestVserver.StartSlowAsync();
        var server = await StartAsync(world);
        world.Simulator.World.EndOrder((string)server["order_id"]!);
        world.Simulator.World.Change(world.TheProduct().Uuid, new ProductChange { Name = "web.example.com" });
        var plan = await server.PlanAsync(Hasty);
        Assert.Equal(ChangeAction.NoOp, plan.Action);
        await server.RefreshAsync();
        Assert.Equal("web", server["name"]);
    }

    [Fact]
    public async Task Create_DeliveredAndNeverKnown_StaysPending()
    {
        await using var world = await ProviderWorld.StartAsync(time: new JumpingClock());
        world.Simulator.Faults.Add(
            new FaultRule { Method = "GET", Path = "/v1/product/vserver", Times = 0, Status = 200, Text = """{"success":true,"data":[]}""" },
            new FaultRule { Method = "GET", Path = "regex:^/v1/product/vserver/(?!image$)[^/]+$", Times = 0, Status = 404, Word = "resource_not_found" });
        var server = await StartAsync(world);
        Assert.Null(server["id"]);
        world.Simulator.Faults.Clear();
        Assert.Empty(await server.ApplyAsync(Hasty));
        Assert.Equal((world.TheProduct().Uuid, 1), (server["id"], world.OrdersPlaced));
    }

    [Fact]
    public async Task Update_StillPendingAndMustNotTakeLong_IsNotCalledTainted()
    {
        await using var world = await TestVserver.StartSlowAsync();
        var config = Hasty.With("on_create_timeout", "fail");
        var server = world.Vserver();
        Assert.Contains("tainted", ProviderWorld.TheError(await server.ApplyAsync(config)).Detail, StringComparison.Ordinal);
        server.State = server.State! with { Tainted = false };
        var error = ProviderWorld.TheError(await server.ApplyAsync(config));
        Assert.Equal("Not ready yet", error.Summary);
        Assert.DoesNotContain("takes it for unusable", error.Detail, StringComparison.Ordinal);
        Assert.Contains("it will not be ordered again", error.Detail, StringComparison.Ordinal);
    }

    private static async Task<ResourceInstance> StartAsync(ProviderWorld world)
    {
        var server = world.Vserver();
        Assert.Equal("Not ready yet", Assert.Single(await server.ApplyAsync(Hasty)).Summary);
        return server;
    }
}
