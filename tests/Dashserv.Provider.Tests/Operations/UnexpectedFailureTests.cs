using CoreHarness;
using Dashserv.Provider.Tests.DedicatedServers;
using Dashserv.Provider.Tests.Products;
using Dashserv.Provider.Tests.Vservers;
using Dashserv.Simulator.Faults;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Operations;

/// <summary>Something that nobody thought of is thrown once an order is placed: it is kept, not tainted, and not ordered again.</summary>
public sealed class UnexpectedFailureTests
{
    public static TheoryData<string> Types => [TestVserver.Type, TestDedicatedServer.Type, TestProduct.Type];

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Create_AnswerThatBreaksTheProvider_KeepsTheOrder(string type)
    {
        await using var world = await ProviderWorld.StartAsync();
        var (resource, config) = (world.Resource(type), ConfigOf(type));

        // No id can be "..": to ask for it cannot even be sent.
        var answer = """{"success":true,"data":{"uuid":"ORDER","status":"okay","productuuid":".."}}""";
        world.Simulator.Faults.Add(new FaultRule { Method = "GET", Path = "/v1/manage/order/*", Times = 0, Status = 200, Text = answer });
        var warning = Assert.Single(await resource.ApplyAsync(config), d => d.Summary == "Not ready yet");
        Assert.Equal(Severity.Warning, warning.Severity);
        Assert.Contains("will not be ordered again", warning.Detail, StringComparison.Ordinal);
        Assert.Equal((true, false), (resource.Exists, resource.Tainted));
        world.Simulator.Faults.Clear();
        await world.ConfigureAsync();
        Assert.DoesNotContain(await resource.ApplyAsync(config), d => d.Severity == Severity.Error);
        Assert.Equal((1, world.TheProduct().Uuid), (world.OrdersPlaced, resource["id"]));
    }

    private static Config ConfigOf(string type) => type switch
    {
        TestVserver.Type => TestVserver.Config,
        TestDedicatedServer.Type => TestDedicatedServer.Bare,
        _ => TestProduct.Config,
    };
}
