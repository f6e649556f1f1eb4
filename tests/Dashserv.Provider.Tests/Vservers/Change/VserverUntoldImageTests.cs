using CoreHarness;
using Dashserv.Provider.Tests.Support;
using Dashserv.Simulator.Control;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Vservers.Change;

/// <summary>A server of which the API does not say what is installed: nothing is wiped on a guess, and nothing fails for it that need not.</summary>
public sealed class VserverUntoldImageTests
{
    private const string Ordered = "Debian 11 - Eingeschränkt";

    private static readonly Config First =
        TestVserver.Config.Without("image").With("options", Config.Of(("image", Ordered))).With("reinstall_triggers", Config.Of(("release", "1")));
    private static readonly Config Second = First.With("reinstall_triggers", Config.Of(("release", "2")));

    [Fact]
    public async Task Triggers_ChangedAndNoImageKnown_AreRefusedInThePlan()
    {
        await using var world = await StartAsync();
        var server = await world.CreateVserverAsync(First);
        Assert.Null(server["image"]);
        var told = Assert.Single((await server.PlanAsync(Second)).Diagnostics);
        Assert.Equal((Severity.Error, "An image is needed", "image"), (told.Severity, told.Summary, told.Path.ToString()));
        Assert.All(["because of reinstall_triggers", "Nothing was done", "Set image"], part => Assert.Contains(part, told.Detail, StringComparison.Ordinal));
        Assert.Empty(world.Writes());
    }

    [Fact]
    public async Task Image_ChangedAndNoLongerTold_IsNotTakenForTheOneBefore()
    {
        await using var world = await ProviderWorld.StartAsync();
        var old = TestVserver.Config.With("on_os_change", "reinstall");
        var server = await world.CreateVserverAsync(old);
        world.Simulator.World.Configure(new SettingsChange { VserversTellImage = false });
        Assert.DoesNotContain(await server.ApplyAsync(old.With("image", "debian10")), d => d.Severity == Severity.Error);
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(old.With("image", "debian10"))).Action);
        Assert.Equal(ChangeAction.Update, (await server.PlanAsync(old)).Action);
        world.Simulator.World.Configure(new SettingsChange { VserversTellImage = true });
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(old.With("image", "debian10"))).Action);
    }

    [Fact]
    public async Task Triggers_ChangedWithAnImage_InstallItAndSayBecauseOfWhat()
    {
        await using var world = await StartAsync();
        var server = await world.CreateVserverAsync(First);
        var plan = await server.PlanAsync(Second.With("image", "debian10"));
        var warning = Assert.Single(plan.Diagnostics);
        Assert.Equal(("This wipes the disk", "reinstall_triggers"), (warning.Summary, warning.Path.ToString()));
        Assert.DoesNotContain(await server.ApplyAsync(plan), d => d.Severity == Severity.Error);
        Assert.Equal(("debian10", "debian10"), (server["image"], world.TheProduct().Image));
    }

    [Fact]
    public async Task Triggers_ChangedWhilePending_ReinstallWhatWasDelivered()
    {
        await using var world = await TestVserver.StartSlowAsync();
        var server = await StartPendingAsync(world);
        var plan = await server.PlanAsync(Second);
        world.Simulator.World.EndOrder((string)server["order_id"]!);
        Assert.DoesNotContain(await server.ApplyAsync(plan), d => d.Severity == Severity.Error);
        Assert.Equal("debian11", Assert.Single(world.Simulator.Journal.Entries("*/reinstall")).Fields["image"]);
        Assert.Equal("debian11", server["image"]);
    }

    [Fact]
    public async Task Triggers_ChangedWhilePendingAndNoImageKnown_WipeNothingAndSaySo()
    {
        await using var world = await TestVserver.StartSlowAsync();
        world.Simulator.World.Configure(new SettingsChange { VserversTellImage = false });
        var server = await StartPendingAsync(world);
        var plan = await server.PlanAsync(Second);
        world.Simulator.World.EndOrder((string)server["order_id"]!);
        var error = ProviderWorld.TheError(await server.ApplyAsync(plan));
        Assert.Equal(("An image is needed", "image"), (error.Summary, error.Path.ToString()));
        Assert.Contains("The disk is as it was. Set image.", error.Detail, StringComparison.Ordinal);
        Assert.Empty(world.Writes());
    }

    [Fact]
    public async Task Resize_ImportedWithoutOptions_IsPricedByTheCheapestImage()
    {
        await using var world = await StartAsync();
        var config = TestVserver.Config.Without("image");
        await world.CreateVserverAsync(config.With("options", Config.Of(("image", "Windows Server 2019"))));
        var imported = await ImportAsync(world);
        var plan = await imported.PlanAsync(config.With("cores", 4));
        Assert.Equal((ChangeAction.Update, 0, 4.807m), (plan.Action, plan.Diagnostics.BesidesRestart().Count(), plan["quote.monthly_gross"]));
        Assert.Empty((await imported.ApplyAsync(plan)).BesidesRestart());
        Assert.Equal(["upgrade"], world.Writes());
    }

    [Fact]
    public async Task Image_AddedAfterwards_IsAdoptedWithAWarning()
    {
        await using var world = await StartAsync();
        await world.CreateVserverAsync(TestVserver.Config);
        var imported = await ImportAsync(world);
        var plan = await imported.PlanAsync(TestVserver.Config);
        var warning = Assert.Single(plan.Diagnostics);
        Assert.Equal((Severity.Warning, "What is installed is taken for this image", "image"), (warning.Severity, warning.Summary, warning.Path.ToString()));
        Assert.All(["taken for debian11, and left as it is", "reinstall_triggers"], part => Assert.Contains(part, warning.Detail, StringComparison.Ordinal));
        await imported.ApplyAsync(plan);
        Assert.Empty(world.Writes());
        var next = await imported.PlanAsync(TestVserver.Config);
        Assert.Equal((ChangeAction.NoOp, 0), (next.Action, next.Diagnostics.Count));
    }

    [Fact]
    public async Task Image_AddedThatThereIsNot_IsRefused()
    {
        await using var world = await StartAsync();
        await world.CreateVserverAsync(TestVserver.Config);
        var error = Assert.Single((await (await ImportAsync(world)).PlanAsync(TestVserver.Config.With("image", "beos5"))).Diagnostics);
        Assert.Equal("No such image", error.Summary);
    }

    private static Task<ProviderWorld> StartAsync() => ProviderWorld.StartAsync(TestVserver.Swift with { VserversTellImage = false });

    private static async Task<ResourceInstance> StartPendingAsync(ProviderWorld world)
    {
        var server = world.Vserver();
        Assert.Equal("Not ready yet", Assert.Single(await server.ApplyAsync(First.With("timeouts", Config.Of(("create", "1m"))))).Summary);
        return server;
    }

    private static async Task<ResourceInstance> ImportAsync(ProviderWorld world)
    {
        var imported = world.Core.Resource(TestVserver.Type, "imported");
        Assert.Empty(await imported.ImportAsync(world.TheProduct().Uuid));
        return imported;
    }
}
