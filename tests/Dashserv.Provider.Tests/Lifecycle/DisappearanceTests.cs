using CoreHarness;
using Dashserv.Provider.Tests.DedicatedServers;
using Dashserv.Provider.Tests.Products;
using Dashserv.Provider.Tests.Vservers;
using Dashserv.Simulator.Faults;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Lifecycle;

/// <summary>What is not there by one answer, or in another account, is not gone.</summary>
public sealed class DisappearanceTests
{
    private static readonly FaultRule NoSuchAccountCall = new() { Path = "/v1/account/user", Times = 0, Status = 404, Text = "<html>" };

    private static readonly Dictionary<string, (string Type, Config Config)> Resources = new()
    {
        ["vserver"] = (TestVserver.Type, TestVserver.Config),
        ["dedicated server"] = (TestDedicatedServer.Type, TestDedicatedServer.Bare),
        ["product"] = (TestProduct.Type, TestProduct.Config),
    };

    public static TheoryData<string> Nouns => [.. Resources.Keys];

    [Theory]
    [MemberData(nameof(Nouns))]
    public async Task Refresh_GoneByOneAnswerAndStillListed_IsKept(string noun)
    {
        await using var world = await ProviderWorld.StartAsync();
        var resource = await CreateAsync(world, noun);
        await world.ConfigureAsync();
        world.Simulator.Faults.Add(new FaultRule { Method = "GET", Path = $"*/{resource["id"]}", Times = 0, Status = 412, Word = "resource_not_found" });
        Assert.Empty(await resource.RefreshAsync());
        Assert.True(resource.Exists);
    }

    [Theory]
    [MemberData(nameof(Nouns))]
    public async Task Refresh_Terminated_IsDropped(string noun)
    {
        await using var world = await ProviderWorld.StartAsync();
        var resource = await CreateAsync(world, noun);
        world.Simulator.World.Delete((string)resource["id"]!);
        await world.ConfigureAsync();
        Assert.Empty(await resource.RefreshAsync());
        Assert.False(resource.Exists);
    }

    [Theory]
    [MemberData(nameof(Nouns))]
    public async Task RefreshAndDestroy_TokenOfAnotherAccount_IsAnErrorAndNothingIsDropped(string noun)
    {
        await using var world = await ProviderWorld.StartAsync();
        var resource = await CreateAsync(world, noun);
        var plan = await resource.PlanDestroyAsync();
        await world.ConfigureAsync(token: "simulator-customer");
        Assert.Equal("The token is another account's", ProviderWorld.TheError(await resource.RefreshAsync()).Summary);
        world.Simulator.Faults.Add(new FaultRule { Method = "DELETE", Status = 412, Word = "resource_not_found" });
        Assert.Equal("The token is another account's", ProviderWorld.TheError(await resource.ApplyAsync(plan)).Summary);
        Assert.True(resource.Exists);
        await world.ConfigureAsync();
        Assert.Empty(await resource.RefreshAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Refresh_AccountCannotBeTold_IsDroppedWithAWarningUnlessProtected(bool isProtected)
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync(TestVserver.Config.With("deletion_protection", isProtected));
        world.Simulator.Faults.Add(NoSuchAccountCall);
        await world.ConfigureAsync(token: "simulator-customer");
        var told = Assert.Single(await server.RefreshAsync());
        Assert.Equal(isProtected ? Severity.Error : Severity.Warning, told.Severity);
        Assert.Contains(isProtected ? "terraform state rm" : "EUR per month", told.Detail, StringComparison.Ordinal);
        Assert.Equal(isProtected, server.Exists);
    }

    [Theory]
    [MemberData(nameof(Nouns))]
    public async Task Destroy_TerminatedByItsWordOnly_StaysInTheState(string noun)
    {
        await using var world = await ProviderWorld.StartAsync(time: new Support.JumpingClock());
        var resource = await CreateAsync(world, noun);
        world.Simulator.Faults.Add(
            new FaultRule { Method = "DELETE", Status = 200, Text = """{"success":true,"data":"product_terminate_success"}""" });
        var error = ProviderWorld.TheError(await resource.DestroyAsync());
        Assert.Contains("still has it", error.Detail, StringComparison.Ordinal);
        Assert.True(resource.Exists);
        Assert.Empty(await resource.DestroyAsync());
        Assert.Empty(world.Simulator.World.State().Products);
    }

    private static Task<ResourceInstance> CreateAsync(ProviderWorld world, string noun) => world.CreateAsync(Resources[noun].Type, Resources[noun].Config);
}
