using System.Text.Json.Nodes;
using CoreHarness;
using Dashserv.Provider.Tests.Support;
using Dashserv.Provider.Tests.Vservers;
using Dashserv.Simulator.Control;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.DedicatedServers.Read;

/// <summary>What somebody changed behind Terraform's back shows; what moves by itself makes no noise.</summary>
public sealed class DedicatedServerDriftTests
{
    public static TheoryData<string, object, ChangeAction> Drifts => new()
    {
        { "template", "Debian 10 (Buster)", ChangeAction.Replace },
        { "location", "kc7aV", ChangeAction.Replace },
        { "model", "Fzasc", ChangeAction.Replace },
        { "os", "Debian 10 (Buster)", ChangeAction.Replace },
        { "name", "renamed", ChangeAction.NoOp },
        { "status", "locked", ChangeAction.NoOp },
        { "monthly_price", 9L, ChangeAction.NoOp },
        { "hourly_price", 0.0125m, ChangeAction.NoOp },
        { "location_name", "Skylink, Eygelshoven", ChangeAction.Replace },
        { "country", "NL", ChangeAction.Replace },
        { "cpu.name", "Intel Xeon E3-1230v2", ChangeAction.Replace },
        { "cpu.base_ghz", 3.3m, ChangeAction.Replace },
        { "disks[0].name", "250 GB SSD", ChangeAction.Replace },
    };

    [Theory]
    [MemberData(nameof(Drifts))]
    public async Task Refresh_Drift_IsReadAndOnlyArgumentsPlanAChange(string attribute, object live, ChangeAction expected)
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateDedicatedAsync(TestDedicatedServer.Repaired);
        world.Change(server, attribute switch
        {
            "template" or "os" => new ProductChange { Image = "278" },
            "location" or "location_name" or "country" => new ProductChange { Location = "kc7aV" },
            "name" => new ProductChange { Name = "renamed" },
            "status" => new ProductChange { Status = "locked" },
            "monthly_price" or "hourly_price" => new ProductChange { Price = 9 },
            _ => new ProductChange { Model = "Fzasc" },
        });
        var plan = await server.PlanAsync(TestDedicatedServer.Repaired);
        Assert.Equal((expected, live), (plan.Action, server[attribute]));
    }

    /// <summary>A call, a place in its answer, what is told there, and what that makes of which attribute.</summary>
    public static TheoryData<string, string, string, string, object> ToldOtherwise => new()
    {
        { "/installation/status", "mac", "\"1E:00:00:00:00:00\"", "mac_address", "1E:00:00:00:00:00" },
        { "", "unix", "1893553445", "created_at", "2030-01-02T03:04:05Z" },
        { "", "device.model.cpu.amount", "2", "cpu.amount", 2L },
        { "", "device.model.cpu.cores", "6", "cpu.cores", 6L },
        { "", "device.model.cpu.threads", "16", "cpu.threads", 16L },
        { "", "device.model.cpu.frequency.turbo", "4.1", "cpu.turbo_ghz", 4.1m },
        { "", "device.model.ram.amount", "64", "ram.amount_gb", 64L },
        { "", "device.model.ram.type", "\"DDR4\"", "ram.type", "DDR4" },
        { "", "device.model.ram.model", "\"Kingston KVR16\"", "ram.module", "Kingston KVR16" },
        { "", "device.model.disks.all.1.type", "\"NVMe\"", "disks[1].type", "NVMe" },
        { "", "device.model.disks.all.1.capacity", "\"500\"", "disks[1].capacity_gb", 500L },
        { "", "device.model.network.bandwith.quantity", "10000", "bandwidth_mbit", 20000L },
    };

    [Theory]
    [MemberData(nameof(ToldOtherwise))]
    public async Task Refresh_ComputedDrift_IsReadAndPlansNothing(string call, string place, string told, string attribute, object live)
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateDedicatedAsync();
        Assert.NotEqual(live, server[attribute]);
        await world.TamperAsync($"product/dedicated-server/{server["id"]}{call}", data =>
        {
            var steps = place.Split('.');
            var parent = steps[..^1].Aggregate(data, (node, step) => int.TryParse(step, out var index) ? node[index]! : node[step]!);
            parent[steps[^1]] = JsonNode.Parse(told);
        });
        var plan = await server.PlanAsync(TestDedicatedServer.Config);
        Assert.Equal((ChangeAction.NoOp, live), (plan.Action, server[attribute]));
    }

    [Fact]
    public async Task Refresh_SpareAddressGiven_IsOneMore()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateDedicatedAsync();
        await world.TamperAsync($"product/dedicated-server/{server["id"]}/network", data => data[1]!["status"] = "given");
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(TestDedicatedServer.Config)).Action);
        Assert.Equal(("198.19.0.34", "198.19.0.34", "198.19.0.35"), (server["primary_ipv4_address"], server["ipv4_addresses[0]"], server["ipv4_addresses[1]"]));
    }

    [Fact]
    public async Task Refresh_TimePassing_MakesNoNoise()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateDedicatedAsync();
        var before = server.Value;
        await world.TamperAsync($"product/dedicated-server/{server["id"]}", data =>
        {
            data["payment"]!["hourly"]!["price"]!["hours"] = 731;
            data["payment"]!["hourly"]!["price"]!["current"] = 39.9;
            data["device"]!["model"]!["stock"] = 3;
        });
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(TestDedicatedServer.Config)).Action);
        Assert.Equal(before, server.Value);
    }

    [Fact]
    public async Task Apply_ReinstalledByHandAndReinstallMode_IsReinstalled()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = TestDedicatedServer.InPlace.With("on_drift", "repair");
        var server = await world.CreateDedicatedAsync(config);
        world.Change(server, new ProductChange { Image = "278" });
        Assert.DoesNotContain(await server.ApplyAsync(config), d => d.Severity == Severity.Error);
        Assert.Equal(TestDedicatedServer.Debian11, world.TheProduct().Image);
    }

    [Fact]
    public async Task Import_Bare_PlansNothing()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateDedicatedAsync();
        var imported = world.Core.Resource(TestDedicatedServer.Type, "imported");
        Assert.Empty(await imported.ImportAsync((string)server["id"]!));
        Assert.Equal(
            ("h5HGC", "d3FrA", TestDedicatedServer.Debian11, "error", "2m"),
            (imported["model"], imported["location"], imported["template"], imported["on_os_change"], imported["shutdown_timeout"]));
        Assert.Equal(ChangeAction.NoOp, (await imported.PlanAsync(TestDedicatedServer.Bare)).Action);
    }

    [Fact]
    public async Task Import_WithWhatCannotBeRead_AdoptsItWithoutACall()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateDedicatedAsync();
        var config =
            TestDedicatedServer.Config.With("template", "295").With("options", Config.Of(("bandwidth", "2"))).With("reinstall_triggers", Config.Of(("a", "b")));
        var imported = world.Core.Resource(TestDedicatedServer.Type, "imported");
        await imported.ImportAsync((string)server["id"]!);
        world.Simulator.Journal.Clear();
        var plan = await imported.PlanAsync(config);
        Assert.Equal((ChangeAction.Update, 0), (plan.Action, plan.Diagnostics.Count));
        Assert.Equal(new[] { "hostname", "options", "reinstall_triggers" }, plan.Changes.Order());
        Assert.Empty(await imported.ApplyAsync(plan));
        Assert.Empty(world.Writes());
        Assert.Equal(ChangeAction.NoOp, (await imported.PlanAsync(config)).Action);
    }

    [Theory]
    [InlineData("dedicated-server/abcde")]
    [InlineData("two words")]
    public async Task Import_NoUuid_SaysWhatOneLooksLike(string id)
    {
        await using var world = await ProviderWorld.StartAsync();
        var error = ProviderWorld.TheError(await world.Dedicated().ImportAsync(id));
        Assert.Contains("\"lLPgX\"", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_NoSuchServer_IsAnError()
    {
        await using var world = await ProviderWorld.StartAsync();
        Assert.Equal("Cannot import non-existent remote object", ProviderWorld.TheError(await world.Dedicated().ImportAsync("nOsUc")).Summary);
    }
}
