using CoreHarness;
using Dashserv.Simulator.Faults;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Vservers.Change;

/// <summary>What wipes a disk: only what was asked for, and never without a word in the plan.</summary>
public sealed class VserverReinstallTests
{
    private static readonly Config First = TestVserver.Config.With("reinstall_triggers", Config.Of(("release", "1")));
    private static readonly Config Second = TestVserver.Config.With("reinstall_triggers", Config.Of(("release", "2")));

    [Fact]
    public async Task Triggers_Changed_ReinstallInPlaceAndWarnFirst()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync(First);
        var (id, address) = (server["id"], server["ipv4_address"]);
        var plan = await server.PlanAsync(Second);
        Assert.Equal(ChangeAction.Update, plan.Action);
        var warning = Assert.Single(plan.Diagnostics);
        Assert.Equal((Severity.Warning, "reinstall_triggers", "This wipes the disk"), (warning.Severity, warning.Path.ToString(), warning.Summary));
        Assert.Contains("Everything on its disk is lost; its addresses stay.", warning.Detail, StringComparison.Ordinal);
        Assert.True(plan.IsUnknown("disk_wiped_at"));
        Assert.DoesNotContain(await server.ApplyAsync(plan), d => d.Severity == Severity.Error);
        Assert.NotNull(server["disk_wiped_at"]);
        Assert.Equal((id, address, "okay"), (server["id"], server["ipv4_address"], server["status"]));
        Assert.Equal(["reinstall"], world.Writes());
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(Second)).Action);
    }

    [Fact]
    public async Task Triggers_Changed_InstallTheImageThatIsConfigured()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync(First.With("image", "Debian 11 - Eingeschränkt"));
        await server.ApplyAsync(Second.With("image", "Debian 11 - Eingeschränkt"));
        Assert.Equal("debian11", Assert.Single(world.Simulator.Journal.Entries("*/reinstall")).Fields["image"]);
        Assert.Equal("debian11", world.TheProduct().Image);
    }

    [Theory]
    [InlineData("1\n2", "1\r\n2")]
    [InlineData("1", "1")]
    public async Task Triggers_NullEntryRemovedAndOtherLineEnds_AreNoChange(string before, string after)
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync(
            TestVserver.Config.With("reinstall_triggers", Config.Of(("release", (object?)before), ("key", (object?)null))));
        var plan = await server.PlanAsync(TestVserver.Config.With("reinstall_triggers", Config.Of(("release", after))));
        Assert.Equal((ChangeAction.NoOp, 0), (plan.Action, plan.Diagnostics.Count));
    }

    [Fact]
    public async Task Plan_WipesNothing_KnowsWhenTheDiskWasWiped()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = world.Vserver();
        var create = await server.PlanAsync(First);
        Assert.Equal((false, null), (create.IsUnknown("disk_wiped_at"), create["disk_wiped_at"]));
        Assert.Empty(await server.ApplyAsync(create));
        await server.ApplyAsync(Second);
        var wiped = server["disk_wiped_at"];
        var resize = await server.PlanAsync(Second.With("cores", 4));
        Assert.Equal(wiped, resize["disk_wiped_at"]);
        Assert.NotNull(wiped);
    }

    [Fact]
    public async Task Triggers_EntryAdded_Reinstalls()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync(First);
        await server.ApplyAsync(TestVserver.Config.With("reinstall_triggers", Config.Of(("release", "1"), ("keys", "x"))));
        Assert.Equal(["reinstall"], world.Writes());
    }

    [Fact]
    public async Task Triggers_AddedAsAWholeOrRemoved_TriggerNothing()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        Assert.Empty(await server.ApplyAsync(First));
        Assert.Empty(await server.ApplyAsync(TestVserver.Config));
        Assert.Null(server["reinstall_triggers"]);
        Assert.Empty(world.Writes());
    }

    [Fact]
    public async Task Triggers_OnlyKnownAfterApply_TriggerOnlyIfTheyDiffer()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync(First);
        var unknown = TestVserver.Config.With("reinstall_triggers", Config.Of(("release", Config.Unknown)));
        await server.ApplyAsync(await server.PlanAsync(unknown), First);
        Assert.Empty(world.Writes());
        await server.ApplyAsync(await server.PlanAsync(unknown), Second);
        Assert.Equal(["reinstall"], world.Writes());
    }

    [Fact]
    public async Task Image_OtherByDefault_ReplacesTheServer()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        var id = server["id"];
        Assert.Equal("replace", server["on_os_change"]);
        Assert.Empty(await server.ApplyAsync(TestVserver.Config.With("image", "debian10")));
        Assert.NotEqual(id, server["id"]);
        Assert.Equal(["DELETE"], world.Writes());
        Assert.Equal("debian10", world.TheProduct().Image);
    }

    [Fact]
    public async Task Image_OtherAndForbidden_FailsNamingBoth()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestVserver.Config.With("on_os_change", "error");
        var server = await world.CreateVserverAsync(config);
        var error = ProviderWorld.TheError((await server.PlanAsync(config.With("image", "debian10"))).Diagnostics);
        Assert.Equal("image", error.Path.ToString());
        Assert.All(["debian11", "debian10", "on_os_change"], word => Assert.Contains(word, error.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Image_UnknownToReinstall_ListsTheImagesAndWarnsOfNoWipe()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestVserver.Config.With("on_os_change", "reinstall");
        var server = await world.CreateVserverAsync(config);
        var error = Assert.Single((await server.PlanAsync(config.With("image", "beos5"))).Diagnostics);
        Assert.Equal((Severity.Error, "No such image", "image"), (error.Severity, error.Summary, error.Path.ToString()));
        Assert.All(["beos5", "debian10", "ubuntu20_04"], name => Assert.Contains(name, error.Detail, StringComparison.Ordinal));
        Assert.Empty(world.Writes());
    }

    [Fact]
    public async Task OnOsChange_Changed_TouchesNothing()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        Assert.Empty(await server.ApplyAsync(TestVserver.Config.With("on_os_change", "reinstall")));
        Assert.Empty(world.Writes());
    }

    [Fact]
    public async Task Reinstall_Refused_KeepsTheOldImageInState()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestVserver.Config.With("on_os_change", "reinstall");
        var server = await world.CreateVserverAsync(config);
        world.Simulator.Faults.Add(new FaultRule { Path = "*/reinstall", Status = 412, Word = "Der Knoten wird gewartet." });
        var error = ProviderWorld.TheError(await server.ApplyAsync(config.With("image", "debian10")));
        Assert.Equal(("The server was not reinstalled", "image"), (error.Summary, error.Path.ToString()));
        Assert.All(["Der Knoten wird gewartet.", "the disk is as it was"], part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.Equal("debian11", server["image"]);
        Assert.Equal(ChangeAction.Update, (await server.PlanAsync(config.With("image", "debian10"))).Action);
    }

    [Fact]
    public async Task Reinstall_AnswerLostBeforeTheEffect_IsNotSentAgainAndToldSo()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestVserver.Config.With("on_os_change", "reinstall");
        var server = await world.CreateVserverAsync(config);
        world.Simulator.Faults.Add(new FaultRule { Path = "*/reinstall", Cut = CutMoment.Before });
        var error = ProviderWorld.TheError(await server.ApplyAsync(config.With("image", "debian10")));
        Assert.Equal(("The server was not reinstalled", "image"), (error.Summary, error.Path.ToString()));
        Assert.All(
            ["/reinstall", "Whether it took effect is not known", "It was not sent again", "The next apply tries again"],
            part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.Equal("debian11", server["image"]);
    }

    [Fact]
    public async Task Reinstall_TakenAndNeverSeenToRun_IsBelieved()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = First.With("on_os_change", "reinstall");
        var server = await world.CreateVserverAsync(config);
        world.Simulator.Faults.Add(new FaultRule { Method = "GET", Path = "*/tasks", Times = 0, Status = 200, Text = """{"success":true,"data":[]}""" });
        world.Simulator.Faults.Add(new FaultRule { Method = "GET", Path = "*/status", Times = 0, Status = 200, Text = """{"success":true,"data":{"status":"online","locked":false}}""" });
        Assert.DoesNotContain(await server.ApplyAsync(config.With("image", "debian10")), d => d.Severity == Severity.Error);
        Assert.Equal(("debian10", "debian10"), (world.TheProduct().Image, server["image"]));
        var again = config.With("image", "debian10").With("reinstall_triggers", Config.Of(("release", "2")));
        Assert.DoesNotContain(await server.ApplyAsync(again), d => d.Severity == Severity.Error);
        Assert.Equal(CoreHarness.ChangeAction.NoOp, (await server.PlanAsync(again)).Action);
    }

    [Fact]
    public async Task Reinstall_PowerManagedOff_IsOffAgainAfterwards()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync(First.With("power_state", "offline"));
        await server.ApplyAsync(Second.With("power_state", "offline"));
        Assert.Equal(["shutdown", "reinstall", "shutdown"], world.Writes());
        Assert.Equal("offline", world.TheProduct().Power);
    }
}
