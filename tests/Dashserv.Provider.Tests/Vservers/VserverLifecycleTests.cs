using CoreHarness;
using Dashserv.Provider.Tests.Support;
using Dashserv.Simulator.Control;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Vservers;

public sealed class VserverLifecycleTests
{
    [Fact]
    public async Task Lifecycle_WholeCycle_EndsWithNothingLeft()
    {
        await using var world = await ProviderWorld.StartAsync();
        var steps = await world.Core.CheckLifecycleAsync(
            TestVserver.Type, TestVserver.Config, TestVserver.Config.With("cores", 4).With("disk", 80), s => (string)s["id"]!);
        Assert.Empty(steps.SelectMany(s => s.Diagnostics).BesidesRestart());
        Assert.Empty(world.Simulator.World.State().Products);
        Assert.Equal(1, world.OrdersPlaced);
    }

    [Fact]
    public async Task Plan_Create_ShowsTheQuote()
    {
        await using var world = await ProviderWorld.StartAsync();
        var plan = await world.Vserver().PlanAsync(TestVserver.Config);
        Assert.True(plan["quote.monthly_gross"] is decimal and > 0);
        Assert.Equal("EUR", plan["quote.currency"]);
        Assert.Equal(0, world.OrdersPlaced);
    }

    [Fact]
    public async Task Plan_ChecksOff_LeavesTheQuoteOpen()
    {
        await using var world = await ProviderWorld.StartAsync(planChecks: false);
        var plan = await world.Vserver().PlanAsync(TestVserver.Config);
        Assert.True(plan.IsUnknown("quote"));
        Assert.Equal(0, world.Simulator.Journal.Count());
    }

    [Fact]
    public async Task Update_Resize_KeepsServerAndAddress()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        var (id, address) = (server["id"], server["ipv4_address"]);
        var plan = await server.PlanAsync(TestVserver.Config.With("cores", 4));
        Assert.Equal(ChangeAction.Update, plan.Action);
        Assert.True(plan["quote.monthly_gross"] is decimal);
        Assert.Empty((await server.ApplyAsync(plan)).BesidesRestart());
        Assert.Equal((id, address, 4L), (server["id"], server["ipv4_address"], server["cores"]));
    }

    [Theory]
    [InlineData("name", "other")]
    [InlineData("location", "kc7aV")]
    [InlineData("image", "debian10")]
    public async Task Plan_ReplacingChange_Replaces(string attribute, string value)
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        var plan = await server.PlanAsync(TestVserver.Config.With(attribute, value));
        Assert.Equal(ChangeAction.Replace, plan.Action);
        Assert.Equal([attribute], plan.RequiresReplace);
    }

    [Theory]
    [InlineData("image", "DEBIAN-11")]
    [InlineData("image", "Debian 11 - Eingeschränkt")]
    [InlineData("location", "d3FrA")]
    [InlineData("location", "Deutschland")]
    [InlineData("location", "maincubes FRA01, Offenbach")]
    public async Task Plan_OtherWording_IsNoChange(string attribute, string value)
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(TestVserver.Config.With(attribute, value))).Action);
    }

    [Fact]
    public async Task Apply_ReinstallMode_KeepsTheServerAndWarnsFirst()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestVserver.Config.With("on_os_change", "reinstall");
        var server = await world.CreateVserverAsync(config);
        var id = server["id"];
        var plan = await server.PlanAsync(config.With("image", "debian10"));
        Assert.Equal(ChangeAction.Update, plan.Action);
        Assert.Contains(plan.Diagnostics, d => d is { Severity: Severity.Warning, Summary: "This wipes the disk" });
        await server.ApplyAsync(plan);
        Assert.Equal((id, "debian10"), (server["id"], server["image"]));
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(config.With("image", "debian10"))).Action);
    }

    [Fact]
    public async Task Apply_PowerState_IsKeptAndDriftIsCorrected()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestVserver.Config.With("power_state", "offline");
        var server = await world.CreateVserverAsync(config);
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(config)).Action);
        Assert.Empty(await server.ApplyAsync(config.With("power_state", "online")));
        Assert.Equal(ChangeAction.Update, (await server.PlanAsync(config)).Action);
    }

    [Fact]
    public async Task Refresh_DeletedBehindItsBack_IsDropped()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        world.Simulator.World.Delete((string)server["id"]!);
        Assert.Equal(ChangeAction.Create, (await server.PlanAsync(TestVserver.Config)).Action);
    }

    [Fact]
    public async Task Refresh_ResizedBehindItsBack_PlansTheWayBack()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        world.Simulator.World.Change((string)server["id"]!, new ProductChange { Cores = 8 });
        Assert.Equal(["cores"], (await server.PlanAsync(TestVserver.Config)).Changes.Intersect(["cores", "ram", "disk"]));
    }
}
