using CoreHarness;
using Dashserv.Provider.Tests.Support;
using Dashserv.Simulator.Faults;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Vservers.Change;

/// <summary>A server that is locked: it is waited for, refused or not, and who waits in vain is told for what.</summary>
public sealed class VserverLockTests
{
    private const string Locked = """{"success":true,"data":{"status":"online","locked":"backup"}}""";

    private static readonly Config Existing = TestVserver.Config
        .With("on_os_change", "reinstall").With("timeouts", Config.Of(("update", "4m"))).With("shutdown_before_destroy", true);

    public static TheoryData<string, object, string> Changes => new()
    {
        { "cores", 4, "Nothing was changed, and nothing costs more." },
        { "image", "debian10", "Nothing was reinstalled, and the disk is as it was." },
        { "power_state", "offline", "its power was not switched" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Update_LockNeverClears_SaysWhatHeldItAndThatNothingWasDone(string attribute, object value, string standing)
    {
        await using var world = await StartAsync();
        var server = await world.CreateVserverAsync(Existing);
        world.Simulator.World.Lock((string)server["id"]!, "backup", TimeSpan.FromDays(1));
        var error = ProviderWorld.TheError(await server.ApplyAsync(Existing.With(attribute, value)));
        Assert.Equal(("Time is up", "timeouts"), (error.Summary, error.Path.ToString()));
        Assert.All(
            ["longer than 4m to update the vserver", standing, $"The vserver {server["id"]} is locked: \"backup\"", "clears by itself", "customer panel",
                "more time with timeouts"],
            part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.DoesNotContain("What was done until now", error.Detail, StringComparison.Ordinal);
        Assert.Empty(world.Writes());
    }

    public static TheoryData<string, object, string, string> Refusals => new()
    {
        { "cores", 4, "upgrade", "vserver_locked" },
        { "image", "debian10", "reinstall", "vserver_locked" },
        { "image", "debian10", "reinstall", "locked" },
        { "power_state", "offline", "shutdown", "vserver_locked" },
        { "power_state", "offline", "shutdown", "locked" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Update_RefusedAsLockedThoughTheStatusIsNot_IsSentAgainUntilItIsDone(string attribute, object value, string operation, string word)
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync(Existing);
        world.Simulator.Faults.Add(new FaultRule { Path = $"*/{operation}", Status = 412, Word = word, Times = 6 });
        Assert.DoesNotContain(await server.ApplyAsync(Existing.With(attribute, value)), d => d.Severity == Severity.Error);
        Assert.Equal(Enumerable.Repeat(operation, 7), world.Writes());
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(Existing.With(attribute, value))).Action);
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Update_RefusedAsLockedForEver_EndsInTimeWithTheApisWord(string attribute, object value, string operation, string word)
    {
        await using var world = await StartAsync();
        var server = await world.CreateVserverAsync(Existing);
        world.Simulator.Faults.Add(new FaultRule { Path = $"*/{operation}", Status = 412, Word = word, Times = 0 });
        var error = ProviderWorld.TheError(await server.ApplyAsync(Existing.With(attribute, value)));
        Assert.Equal("Time is up", error.Summary);
        Assert.Contains($"is locked: \"{word}\"", error.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("was sent", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Update_RefusedForAnotherReason_IsAnErrorAtOnce()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync(Existing);
        world.Simulator.Faults.Add(new FaultRule { Path = "*/shutdown", Status = 412, Word = "product_locked_for_good" });
        var error = ProviderWorld.TheError(await server.ApplyAsync(Existing.With("power_state", "offline")));
        Assert.Contains("product_locked_for_good", error.Detail, StringComparison.Ordinal);
        Assert.Equal(["shutdown"], world.Writes());
    }

    [Fact]
    public async Task Resize_LockedForEverAfterIt_SaysThatItWasSentAndMayCost()
    {
        await using var world = await StartAsync();
        var server = await world.CreateVserverAsync(Existing);
        world.Simulator.Faults.Add(new FaultRule { Path = "*/status", Skip = 1, Times = 0, Status = 200, Text = Locked });
        var error = ProviderWorld.TheError(await server.ApplyAsync(Existing.With("cores", 4)));
        Assert.All(
            ["The resize was sent", "then costs what the plan said", "locked: \"backup\""],
            part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.DoesNotContain("Nothing was changed", error.Detail, StringComparison.Ordinal);
        Assert.Equal(4L, (long)world.TheProduct().Cores!);
    }

    [Fact]
    public async Task Destroy_LockNeverClears_SaysThatItGoesOnCosting()
    {
        await using var world = await StartAsync();
        var server = await world.CreateVserverAsync(Existing);
        world.Simulator.World.Lock((string)server["id"]!, "backup", TimeSpan.FromDays(1));
        var error = ProviderWorld.TheError(await server.DestroyAsync());
        Assert.All(
            ["longer than 15m to destroy the vserver", "It was not terminated, and goes on costing money.", "locked: \"backup\""],
            part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.Equal(server["id"], world.TheProduct().Uuid);
    }

    [Fact]
    public async Task Create_LockedOnceDelivered_IsDeliveredAndSaysWhyItIsNotSwitched()
    {
        await using var world = await StartAsync();
        var server = world.Vserver();
        world.Simulator.Faults.Add(new FaultRule { Path = "*/status", Times = 0, Status = 200, Text = Locked });
        var warning = Assert.Single(await server.ApplyAsync(Existing.With("power_state", "offline")));
        Assert.Equal((Severity.Warning, "The server is not offline yet", "power_state"), (warning.Severity, warning.Summary, warning.Path.ToString()));
        Assert.All(["locked: \"backup\"", "The server was delivered"], part => Assert.Contains(part, warning.Detail, StringComparison.Ordinal));
        Assert.False(server.Tainted);
        Assert.NotNull(server["ipv4_address"]);
    }

    private static Task<ProviderWorld> StartAsync() =>
        ProviderWorld.StartAsync(TestVserver.Swift with { DeploymentTime = TimeSpan.Zero }, time: new JumpingClock());
}
