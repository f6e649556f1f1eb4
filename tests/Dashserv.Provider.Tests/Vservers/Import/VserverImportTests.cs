using CoreHarness;
using Dashserv.Simulator;
using Dashserv.Simulator.Forms;

namespace Dashserv.Provider.Tests.Vservers.Import;

/// <summary>Import, then plan: nothing to change that can be read back, and nothing ever to replace that can't.</summary>
public sealed class VserverImportTests
{
    private static readonly SimulatorOptions ManyOptions = TestVserver.Swift with { FormStyle = FormStyle.C };

    public static TheoryData<string, string> Wordings => new()
    {
        { "location", "DE" },
        { "location", "d3FrA" },
        { "location", "maincubes FRA01, Offenbach" },
        { "image", "Debian 11 - Eingeschränkt" },
        { "image", "DEBIAN11" },
    };

    [Theory]
    [MemberData(nameof(Wordings))]
    public async Task Import_WhateverTheWording_PlansNoChange(string attribute, string value)
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestVserver.Config.With(attribute, value);
        await world.CreateVserverAsync(config);
        Assert.Equal(ChangeAction.NoOp, (await (await ImportAsync(world)).PlanAsync(config)).Action);
    }

    [Fact]
    public async Task Import_WithoutANameOrLocation_PlansNoChange()
    {
        await using var world = await ProviderWorld.StartAsync();
        await world.CreateVserverAsync();
        Assert.Equal(ChangeAction.NoOp, (await (await ImportAsync(world)).PlanAsync(TestVserver.Config.Without("name").Without("location"))).Action);
    }

    [Fact]
    public async Task Lifecycle_Import_Matches()
    {
        await using var world = await ProviderWorld.StartAsync();
        var steps = await world.Core.CheckLifecycleAsync(TestVserver.Type, TestVserver.Config, importId: s => (string)s["id"]!);
        Assert.Empty(steps.SelectMany(s => s.Diagnostics));
    }

    [Fact]
    public async Task Import_Any_KnowsAllThatTheApiTells()
    {
        await using var world = await ProviderWorld.StartAsync();
        var made = await world.CreateVserverAsync();
        var imported = await ImportAsync(world);
        string[] same =
        [
            "id", "name", "cores", "ram", "disk", "image", "status", "created_at", "location_name", "country", "ipv4_address", "ipv4_gateway", "ipv4_prefix",
            "ipv6_address", "ipv6_gateway", "ipv6_prefix", "backup_limit", "snapshot_limit", "traffic_included_gb", "bandwidth_mbit", "monthly_price",
            "hourly_price",
            "product", "on_os_change", "on_destroy", "on_create_timeout", "shutdown_timeout", "force_stop", "shutdown_before_destroy", "deletion_protection",
        ];
        Assert.All(same, attribute => Assert.Equal(made[attribute], imported[attribute]));
        Assert.Equal("d3FrA", imported["location"]);
        Assert.All(["order_id", "quote", "period", "package", "options", "power_state", "reinstall_triggers"], attribute => Assert.Null(imported[attribute]));
    }

    [Theory]
    [InlineData("period", "3 Monate")]
    [InlineData("power_state", "online")]
    [InlineData("deletion_protection", true)]
    [InlineData("on_destroy", "abandon")]
    [InlineData("max_monthly_price", 0.01)]
    public async Task Import_WhatCannotBeReadBack_IsAdoptedInPlace(string attribute, object value)
    {
        await using var world = await ProviderWorld.StartAsync();
        await world.CreateVserverAsync();
        var imported = await ImportAsync(world);
        var config = TestVserver.Config.With(attribute, value);
        var plan = await imported.PlanAsync(config);
        Assert.Equal((ChangeAction.Update, attribute), (plan.Action, Assert.Single(plan.Changes)));
        Assert.Empty(await imported.ApplyAsync(plan));
        Assert.Empty(world.Writes());
        Assert.Equal(ChangeAction.NoOp, (await imported.PlanAsync(config)).Action);
    }

    [Fact]
    public async Task Import_Triggers_ReinstallNothing()
    {
        await using var world = await ProviderWorld.StartAsync();
        await world.CreateVserverAsync();
        var imported = await ImportAsync(world);
        Assert.Empty(await imported.ApplyAsync(TestVserver.Config.With("reinstall_triggers", Config.Of(("a", "1")))));
        Assert.Empty(world.Writes());
    }

    [Fact]
    public async Task Import_Options_AreAdoptedAndThenHeldTo()
    {
        await using var world = await ProviderWorld.StartAsync(ManyOptions);
        var config = TestVserver.Nameless.With("options", Config.Of(("traffic", "5 TB Traffic")));
        await world.CreateVserverAsync(config);
        var imported = await ImportAsync(world);
        var plan = await imported.PlanAsync(config);
        Assert.Equal((ChangeAction.Update, "options"), (plan.Action, Assert.Single(plan.Changes)));
        Assert.Empty(await imported.ApplyAsync(plan));
        Assert.Empty(world.Writes());
        Assert.Equal(["options"], (await imported.PlanAsync(TestVserver.Nameless.With("options", Config.Of(("traffic", "10 TB Traffic"))))).RequiresReplace);
    }

    [Fact]
    public async Task Import_Package_IsAdoptedAndThenHeldTo()
    {
        await using var world = await ProviderWorld.StartAsync();
        await world.CreateVserverAsync(TestVserver.Packaged);
        var imported = await ImportAsync(world);
        var plan = await imported.PlanAsync(TestVserver.Packaged);
        Assert.Equal(ChangeAction.Update, plan.Action);
        Assert.Equal(["package", "product"], plan.Changes.Order());
        Assert.Empty(await imported.ApplyAsync(plan));
        Assert.Empty(world.Writes());
        Assert.Equal(ChangeAction.NoOp, (await imported.PlanAsync(TestVserver.Packaged)).Action);
        Assert.Equal(["package"], (await imported.PlanAsync(TestVserver.Packaged.With("package", "L"))).RequiresReplace);
    }

    [Theory]
    [InlineData("lLPgX/Nl8cU")]
    [InlineData("lLPgX Nl8cU")]
    public async Task Import_NoUuid_IsRefusedWithoutACall(string id)
    {
        await using var world = await ProviderWorld.StartAsync();
        var error = ProviderWorld.TheError(await world.Vserver().ImportAsync(id));
        Assert.Equal("Invalid id", error.Summary);
        Assert.Contains(id, error.Detail, StringComparison.Ordinal);
        Assert.Equal(0, world.Simulator.Journal.Count());
    }

    [Fact]
    public async Task Import_NoSuchServer_IsRefused()
    {
        await using var world = await ProviderWorld.StartAsync();
        Assert.Contains("non-existent", ProviderWorld.TheError(await world.Vserver().ImportAsync("nOnE1")).Summary, StringComparison.Ordinal);
    }

    private static async Task<ResourceInstance> ImportAsync(ProviderWorld world)
    {
        var imported = world.Core.Resource(TestVserver.Type, "imported");
        Assert.Empty(await imported.ImportAsync(world.TheProduct().Uuid));
        return imported;
    }
}
