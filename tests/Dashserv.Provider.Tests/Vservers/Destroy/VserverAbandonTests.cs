using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Vservers.Destroy;

/// <summary><c>on_destroy = "abandon"</c>: left running, dropped from the state, with its cost named.</summary>
public sealed class VserverAbandonTests
{
    [Fact]
    public async Task Destroy_OrdinaryCustomerWhoAbandons_NeedsNoCall()
    {
        await using var world = await ProviderWorld.StartAsync(token: "simulator-customer");
        var server = await world.CreateVserverAsync();
        Assert.Contains("on_destroy = \"abandon\"", ProviderWorld.TheError(await server.DestroyAsync()).Detail, StringComparison.Ordinal);
        Assert.Empty(await server.ApplyAsync(TestVserver.Config.With("on_destroy", "abandon")));
        Assert.Equal("on_destroy", Assert.Single(await server.DestroyAsync()).Path.ToString());
        Assert.False(server.Exists);
        Assert.Equal(["DELETE"], world.Writes());
    }

    [Fact]
    public async Task Destroy_Abandoned_NamesWhatGoesOnCosting()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync(TestVserver.Config.With("on_destroy", "abandon"));
        var (id, product) = ((string)server["id"]!, world.TheProduct());
        var warning = Assert.Single(await server.DestroyAsync());
        Assert.Contains(id, warning.Detail, StringComparison.Ordinal);
        Assert.Contains($"{product.HourlyPrice:0.00###} EUR per hour", warning.Detail, StringComparison.Ordinal);
        Assert.Contains($"{product.MonthlyPrice:0.00###} EUR per month", warning.Detail, StringComparison.Ordinal);
        Assert.Empty(world.Writes());
    }

    [Fact]
    public async Task Replace_Abandoned_LeavesTheOldOneRunning()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestVserver.Config.With("on_destroy", "abandon");
        var server = await world.CreateVserverAsync(config);
        Assert.Equal(Severity.Warning, Assert.Single(await server.ApplyAsync(config.With("name", "other"))).Severity);
        Assert.Equal(["web", "other"], world.Simulator.World.State().Products.Select(p => p.Name));
    }
}
