using CoreHarness;
using Dashserv.Provider.Tests.DedicatedServers;
using Dashserv.Provider.Tests.Products;
using Dashserv.Provider.Tests.Support;
using Dashserv.Provider.Tests.Vservers;
using Dashserv.Simulator.Control;

namespace Dashserv.Provider.Tests.Lifecycle;

/// <summary>What has changed by itself, and could only be undone by replacing or wiping: told of, and left as it is, unless the user says otherwise.</summary>
public sealed class OwnDriftTests
{
    private static readonly Dictionary<string, (string Type, Config Config, ProductChange Change, string Today)> Drifts = new()
    {
        ["name"] = (TestVserver.Type, TestVserver.Config, new ProductChange { Name = "web (alt)" }, "web (alt)"),
        ["location"] = (TestVserver.Type, TestVserver.Config, new ProductChange { Location = "kc7aV" }, "kc7aV"),
        ["image"] = (TestVserver.Type, TestVserver.Config, new ProductChange { Image = "centos8" }, "centos8"),
        ["template"] = (TestDedicatedServer.Type, TestDedicatedServer.Config, new ProductChange { Image = "278" }, "Debian 10 (Buster)"),
        ["model"] = (TestDedicatedServer.Type, TestDedicatedServer.Config, new ProductChange { Model = "Fzasc" }, "Fzasc"),
        ["dedicated location"] = (TestDedicatedServer.Type, TestDedicatedServer.Config, new ProductChange { Location = "kc7aV" }, "kc7aV"),
        ["product location"] = (TestProduct.Type, TestProduct.Config, new ProductChange { Location = "kc7aV" }, "kc7aV"),
    };

    public static TheoryData<string> All => [.. Drifts.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Plan_Warn_ChangesNothingAndSaysSoEachTime(string drift)
    {
        await using var world = await ProviderWorld.StartAsync();
        var (server, config) = await ChangedAsync(world, drift);
        for (var plans = 0; plans < 2; plans++)
        {
            var plan = await server.PlanAsync(config);
            var warning = Assert.Single(plan.Diagnostics);
            Assert.Equal((ChangeAction.NoOp, Attribute(drift)), (plan.Action, warning.Path.ToString()));
            Assert.All(
                [$"{Attribute(drift)} = \"{Drifts[drift].Today}\"", "on_drift = \"repair\"", "left as it is"],
                part => Assert.Contains(part, warning.Detail, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Plan_TodaysWord_IsTakenOverInPlace(string drift)
    {
        await using var world = await ProviderWorld.StartAsync();
        var (server, config) = await ChangedAsync(world, drift);
        var today = config.With(Attribute(drift), Drifts[drift].Today);
        world.Simulator.Journal.Clear();
        var plan = await server.PlanAsync(today);
        Assert.Equal((ChangeAction.Update, 0), (plan.Action, plan.Diagnostics.Count));
        Assert.Empty(await server.ApplyAsync(plan));
        Assert.Empty(world.Writes());
        var next = await server.PlanAsync(today);
        Assert.Equal((ChangeAction.NoOp, 0), (next.Action, next.Diagnostics.Count));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Plan_Repair_UndoesItAndWarnTakesThatBack(string drift)
    {
        await using var world = await ProviderWorld.StartAsync();
        var (server, config) = await ChangedAsync(world, drift, onDrift: "repair");
        var repair = Repaired(drift, config);
        Assert.Equal(ChangeAction.Replace, (await server.PlanAsync(repair)).Action);
        world.Simulator.Journal.Clear();
        var plan = await server.PlanAsync(config);
        Assert.Equal(ChangeAction.Update, plan.Action);
        await server.ApplyAsync(plan);
        Assert.Empty(world.Writes());
        var next = await server.PlanAsync(config);
        Assert.Equal((ChangeAction.NoOp, 1), (next.Action, next.Diagnostics.Count));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Plan_WarnTurnedToRepair_SaysThatTheNextPlanUndoesIt(string drift)
    {
        await using var world = await ProviderWorld.StartAsync();
        var (server, config) = await ChangedAsync(world, drift);
        var repair = Repaired(drift, config);
        var plan = await server.PlanAsync(repair);
        Assert.Equal(ChangeAction.Update, plan.Action);
        Assert.Contains("the plan after this apply shows", Assert.Single(plan.Diagnostics).Detail, StringComparison.Ordinal);
        await server.ApplyAsync(plan);
        Assert.Equal(ChangeAction.Replace, (await server.PlanAsync(repair)).Action);
    }

    [Fact]
    public async Task Plan_ChangedBackByItself_SaysNothingMore()
    {
        await using var world = await ProviderWorld.StartAsync();
        var (server, config) = await ChangedAsync(world, "name");
        Assert.Single((await server.PlanAsync(config)).Diagnostics);
        world.Change(server, new ProductChange { Name = "web" });
        Assert.Empty((await server.PlanAsync(config)).Diagnostics);
    }

    [Fact]
    public async Task Plan_EmptyName_IsNoDrift()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        world.Change(server, new ProductChange { Name = "" });
        var plan = await server.PlanAsync(TestVserver.Config);
        Assert.Equal((ChangeAction.NoOp, 0, "web"), (plan.Action, plan.Diagnostics.Count, server["name"]));
    }

    [Fact]
    public async Task Plan_AnotherWordThanBoth_Replaces()
    {
        await using var world = await ProviderWorld.StartAsync();
        var (server, config) = await ChangedAsync(world, "name");
        var plan = await server.PlanAsync(config.With("name", "third"));
        Assert.Equal((ChangeAction.Replace, "name"), (plan.Action, Assert.Single(plan.RequiresReplace)));
    }

    [Fact]
    public async Task Plan_MovedWithinTheCountryThatWasAskedFor_IsNoDrift()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        await world.TamperAsync($"product/vserver/{server["id"]}", data => data["location"]!["uuid"] = "nEwDC");
        var plan = await server.PlanAsync(TestVserver.Config);
        Assert.Equal((ChangeAction.NoOp, 0), (plan.Action, plan.Diagnostics.Count));
    }

    [Fact]
    public async Task Plan_ImageRenamedByTheVendor_BlocksNeitherPlanNorDestroy()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        await world.TamperAsync(
            $"product/vserver/{server["id"]}", data => (data["image"]!["name"], data["image"]!["displayName"]) = ("debian11_5", "Debian 11.5"));
        await world.TamperAsync("product/vserver/image", data => data.AsArray().First(i => (string)i!["name"]! == "debian11")!["name"] = "debian11_5");
        var plan = await server.PlanAsync(TestVserver.Config);
        Assert.Equal((ChangeAction.NoOp, "The image was changed outside of Terraform"), (plan.Action, Assert.Single(plan.Diagnostics).Summary));
        Assert.Equal(ChangeAction.Update, (await server.PlanAsync(TestVserver.Config.With("image", "debian11_5"))).Action);
        Assert.Empty((await server.PlanDestroyAsync()).Diagnostics);
    }

    [Fact]
    public async Task Replaced_NewServer_KnowsNothingOfTheOldOnesDrift()
    {
        await using var world = await ProviderWorld.StartAsync();
        var (server, config) = await ChangedAsync(world, "name");
        Assert.Single((await server.PlanAsync(config)).Diagnostics);
        await server.ApplyAsync(config.With("location", "kc7aV"));
        Assert.Equal("web", world.TheProduct().Name);
        Assert.Empty((await server.PlanAsync(config.With("location", "kc7aV"))).Diagnostics);
    }

    private static async Task<(ResourceInstance Server, Config Config)> ChangedAsync(ProviderWorld world, string drift, string? onDrift = null)
    {
        var (type, config, change, _) = Drifts[drift];
        var server = await world.CreateAsync(type, config.With("on_drift", onDrift));
        world.Change(server, change);
        return (server, config);
    }

    private static Config Repaired(string drift, Config config) =>
        Drifts[drift].Type == TestProduct.Type ? config.With("on_drift", "repair") : config.With("on_drift", "repair").With("on_os_change", "replace");

    private static string Attribute(string drift) => drift.Split(' ')[^1];
}
