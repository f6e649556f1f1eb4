using CoreHarness;
using Dashserv.Provider.Tests.DedicatedServers;
using Dashserv.Provider.Tests.Products;
using Dashserv.Provider.Tests.Vservers;
using Dashserv.Simulator.Control;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Lifecycle;

/// <summary>A product that the API calls ended, and still lists: it stays in the state, and not without a word.</summary>
public sealed class EndedProductTests
{
    public static TheoryData<string, string> Ended => new()
    {
        { TestVserver.Type, "TERMINATED" },
        { TestVserver.Type, "DELETED" },
        { TestDedicatedServer.Type, "terminated" },
        { TestProduct.Type, "deleted" },
    };

    [Theory]
    [MemberData(nameof(Ended))]
    public async Task Plan_CalledEnded_KeepsItAndWarns(string type, string status)
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = ConfigOf(type);
        var product = await world.CreateAsync(type, config);
        world.Change(product, new ProductChange { Status = status });
        var plan = await product.PlanAsync(config);
        var warning = Assert.Single(await product.RefreshAsync());
        Assert.Equal((Severity.Warning, $"The API calls a product {status.ToLowerInvariant()}"), (warning.Severity, warning.Summary));
        Assert.All(
            [(string)product["id"]!, "still listed", "kept in the state", "costs money", "customer panel", "terraform state rm"],
            part => Assert.Contains(part, warning.Detail, StringComparison.Ordinal));
        Assert.Equal((ChangeAction.NoOp, world.TheProduct().Uuid), (plan.Action, product["id"]));
    }

    [Theory]
    [InlineData("OKAY")]
    [InlineData("SOMETHING_NEW")]
    public async Task Refresh_NotEnded_SaysNothing(string status)
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        world.Change(server, new ProductChange { Status = status });
        Assert.Empty(await server.RefreshAsync());
        Assert.Equal(status.ToLowerInvariant(), server["status"]);
    }

    private static Config ConfigOf(string type) => type switch
    {
        TestVserver.Type => TestVserver.Config,
        TestDedicatedServer.Type => TestDedicatedServer.Config,
        _ => TestProduct.Config,
    };
}
