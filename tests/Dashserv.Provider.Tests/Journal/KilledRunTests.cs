using CoreHarness;
using Dashserv.Provider.Tests.DedicatedServers;
using Dashserv.Provider.Tests.Products;
using Dashserv.Provider.Tests.Support;
using Dashserv.Provider.Tests.Vservers;
using Dashserv.Simulator;
using Dashserv.Simulator.Faults;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Journal;

/// <summary>An apply that is killed while, or after, it orders: the next one takes the order up, and orders nothing.</summary>
public sealed class KilledRunTests : IDisposable
{
    private const string TakenUp = "An order of a run that was killed was taken up";

    private static readonly Dictionary<string, (string Type, Config Config)> Resources = new()
    {
        ["vserver"] = (TestVserver.Type, TestVserver.Config),
        ["vserver without a name"] = (TestVserver.Type, TestVserver.Nameless),
        ["dedicated server"] = (TestDedicatedServer.Type, TestDedicatedServer.Bare),
        ["product"] = (TestProduct.Type, TestProduct.Config),
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("journal").FullName;

    public static TheoryData<string> Nouns => [.. Resources.Keys];

    private string[] Files => Directory.GetFiles(_folder, "*.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Nouns))]
    public async Task Create_OrderIsKnown_IsTakenUp(string noun)
    {
        await using var world = await StartAsync();
        var first = await CreateAsync(world, noun);
        await KillAsync(world);
        var resource = world.Resource(Resources[noun].Type);

        var plan = await resource.PlanAsync(Resources[noun].Config);
        Assert.Equal("An order like this one is not in the state", Assert.Single(plan.Diagnostics).Summary);
        Assert.Contains(TakenUp, (await resource.ApplyAsync(plan)).Select(d => d.Summary));

        Assert.Equal((1, first["id"], first["name"]), (world.OrdersPlaced, resource["id"], resource["name"]));
        world.Core.End();
        Assert.Empty(Files);
        Assert.Equal(ChangeAction.NoOp, (await resource.PlanAsync(Resources[noun].Config)).Action);
    }

    [Theory]
    [MemberData(nameof(Nouns))]
    public async Task Create_OrderIsNotKnown_IsFoundByItsTime(string noun)
    {
        await using var world = await StartAsync();
        var first = await CreateAsync(world, noun);
        await KillAsync(world);
        ForgetTheOrder();
        var resource = world.Resource(Resources[noun].Type);

        Assert.Contains(TakenUp, (await resource.ApplyAsync(Resources[noun].Config)).Select(d => d.Summary));

        Assert.Equal((1, first["id"]), (world.OrdersPlaced, resource["id"]));
    }

    [Fact]
    public async Task Create_OrderIsNotKnownAndNeverArrived_IsAnErrorOnce()
    {
        await using var world = await StartAsync(new JumpingClock());
        await CreateAsync(world, "vserver");
        await KillAsync(world);
        ForgetTheOrder();
        world.Simulator.World.Delete(world.TheProduct().Uuid);
        var resource = world.Vserver();

        var error = ProviderWorld.TheError(await resource.ApplyAsync(TestVserver.Config));

        Assert.Equal(("An order of a run that was killed is not accounted for", 1), (error.Summary, world.OrdersPlaced));
        world.Core.End();
        await world.ConfigureAsync();
        Assert.Empty(await resource.ApplyAsync(TestVserver.Config));
        Assert.Equal(2, world.OrdersPlaced);
    }

    [Fact]
    public async Task Create_TwoAlikeKilled_AreTakenUpOnceEach()
    {
        await using var world = await StartAsync();
        await Task.WhenAll(CreateAsync(world, "vserver without a name"), CreateAsync(world, "vserver without a name"));
        await KillAsync(world);

        var again = await Task.WhenAll(TakeUpAsync(), TakeUpAsync());

        Assert.Equal((2, 2), (world.OrdersPlaced, again.Distinct().Count()));
        Assert.Equal(world.Simulator.World.State().Products.Select(p => p.Uuid).Order(), again.Order());

        async Task<string> TakeUpAsync()
        {
            var resource = world.Vserver();
            Assert.DoesNotContain(await resource.ApplyAsync(TestVserver.Nameless), d => d.Severity == Severity.Error);
            return (string)resource["id"]!;
        }
    }

    [Fact]
    public async Task Create_RunEndedInGoodOrder_IsNeverTakenUp()
    {
        await using var world = await StartAsync();
        await CreateAsync(world, "vserver without a name");
        world.Core.End();
        await KillAsync(world);
        await CreateAsync(world, "vserver without a name");
        Assert.Equal(2, world.OrdersPlaced);
    }

    [Fact]
    public async Task Refresh_StateHasTheOrder_EndsTheNote()
    {
        await using var world = await StartAsync();
        var server = await CreateAsync(world, "vserver");
        await KillAsync(world);
        Assert.Single(Files);
        await server.RefreshAsync();
        Assert.Empty(Files);
    }

    [Fact]
    public async Task Create_OtherTokenOrOtherOrder_IsNotTakenUp()
    {
        await using var world = await StartAsync();
        await CreateAsync(world, "vserver");
        await KillAsync(world);
        await world.CreateVserverAsync(TestVserver.Config.With("name", "another"));
        Assert.Equal(2, world.OrdersPlaced);
        await world.ConfigureAsync(token: "simulator-customer");
        var stranger = world.Vserver();
        await stranger.ApplyAsync(TestVserver.Config);
        Assert.Equal(3, world.OrdersPlaced);
    }

    [Fact]
    public async Task Create_Refused_LeavesNoNote()
    {
        await using var world = await StartAsync();
        world.Simulator.Faults.Add(new FaultRule
        {
            Method = "POST",
            Path = "/v1/manage/product/*",
            Body = new Dictionary<string, string?> { ["calculate"] = null },
            Status = 412,
            Word = "balance_too_low",
        });
        ProviderWorld.TheError(await world.Vserver().ApplyAsync(TestVserver.Config));
        Assert.Empty(Files);
    }

    [Fact]
    public async Task Create_JournalCannotBeWritten_OrdersAllTheSame()
    {
        var file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        await using var world = await ProviderWorld.StartAsync(journal: file);
        await CreateAsync(world, "vserver");
        Assert.Equal(1, world.OrdersPlaced);
    }

    [Fact]
    public async Task Create_Off_WritesNothing()
    {
        await using var world = await ProviderWorld.StartAsync(journal: "off");
        await CreateAsync(world, "vserver");
        Assert.Empty(Files);
    }

    [Fact]
    public async Task Create_Note_HasNoSecretAndIsItsOwnersAlone()
    {
        await using var world = await StartAsync();
        await CreateAsync(world, "vserver");
        var file = Assert.Single(Files);
        Assert.DoesNotContain("simulator-reseller", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(file));
    }

    private Task<ProviderWorld> StartAsync(TimeProvider? time = null) =>
        ProviderWorld.StartAsync(new SimulatorOptions { DeploymentTime = TimeSpan.Zero, ProductUuidAfter = TimeSpan.Zero }, time: time, journal: _folder);

    private static async Task<ResourceInstance> CreateAsync(ProviderWorld world, string noun) =>
        await world.CreateAsync(Resources[noun].Type, Resources[noun].Config);

    // The lock of a process goes with it; here, it is the same process.
    private async Task KillAsync(ProviderWorld world)
    {
        foreach (var file in Directory.GetFiles(_folder, "*.lock"))
        {
            File.Delete(file);
        }

        await world.ConfigureAsync();
    }

    private void ForgetTheOrder()
    {
        var file = Assert.Single(Files);
        var note = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        Assert.True(note.Remove("order"));
        File.WriteAllText(file, note.ToJsonString());
    }
}
