using CoreHarness;
using Dashserv.Provider.Tests.Support;
using Dashserv.Simulator.Control;
using Dashserv.Simulator.Vservers;

namespace Dashserv.Provider.Tests.Vservers.Read;

public sealed class VserverDataSourceTests
{
    private const string Type = "dashserv_vserver";

    [Theory]
    [InlineData("id")]
    [InlineData("name")]
    public async Task Read_ByEither_SaysAllThatTheResourceSays(string by)
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        var data = await world.Core.ReadDataAsync(Type, Config.Of((by, server[by])));
        Assert.Empty(data.Diagnostics);
        string[] same =
        [
            "id", "name", "status", "created_at", "cores", "ram", "disk", "image", "location_name", "country", "ipv4_address", "ipv4_gateway", "ipv4_prefix",
            "ipv6_address", "ipv6_gateway", "ipv6_prefix", "backup_limit", "snapshot_limit", "traffic_included_gb", "bandwidth_mbit", "monthly_price",
            "hourly_price",
        ];
        Assert.All(same, attribute => Assert.Equal(server[attribute], data[attribute]));
        Assert.Equal("d3FrA", data["location"]);
    }

    [Fact]
    public async Task Read_WhatMovesByItself_IsHere()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        var online = await world.Core.ReadDataAsync(Type, Config.Of(("id", server["id"])));
        Assert.Equal(("online", 1L, 0L), (online["power_state"], online["hours_billed"], online["traffic_used"]));
        world.Change(server, new ProductChange { Power = PowerState.Offline });
        Assert.Equal("offline", (await world.Core.ReadDataAsync(Type, Config.Of(("id", server["id"]))))["power_state"]);
    }

    [Fact]
    public async Task Read_TrafficUsed_CountsBothDirections()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        await world.TamperAsync(
            $"product/vserver/{server["id"]}", told => (told["network"]!["traffic"]!["ingoing"], told["network"]!["traffic"]!["outgoing"]) = (3, 40));
        Assert.Equal(43L, (await world.Core.ReadDataAsync(Type, Config.Of(("id", server["id"]))))["traffic_used"]);
    }

    [Theory]
    [InlineData("id", "nOnE1", "dashserv_vservers")]
    [InlineData("name", "nobody", "no vserver named \"nobody\"")]
    public async Task Read_NoSuchServer_IsAnErrorOnWhatWasAsked(string by, string value, string told)
    {
        await using var world = await ProviderWorld.StartAsync();
        var error = ProviderWorld.TheError((await world.Core.ReadDataAsync(Type, Config.Of((by, value)))).Diagnostics);
        Assert.Equal(("No such vserver", by), (error.Summary, error.Path.ToString()));
        Assert.Contains(told, error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_NameOfTwo_ListsTheIds()
    {
        await using var world = await ProviderWorld.StartAsync();
        var ids = world.Simulator.World.SeedVservers(2);
        Assert.All(ids, id => world.Simulator.World.Change(id, new ProductChange { Name = "twin" }));
        var error = ProviderWorld.TheError((await world.Core.ReadDataAsync(Type, Config.Of(("name", "twin")))).Diagnostics);
        Assert.Equal(("More than one vserver", "name"), (error.Summary, error.Path.ToString()));
        Assert.All(ids, id => Assert.Contains(id, error.Detail, StringComparison.Ordinal));
        Assert.Contains("Set id instead", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_NeitherOrBoth_AsksForOne()
    {
        await using var world = await ProviderWorld.StartAsync();
        foreach (var config in (Config[])[Config.Empty, Config.Of(("id", "x"), ("name", "y"))])
        {
            var error = ProviderWorld.TheError((await world.Core.ReadDataAsync(Type, config)).Diagnostics);
            Assert.Equal(("Either id or name", "id"), (error.Summary, error.Path.ToString()));
        }

        Assert.Equal(0, world.Simulator.Journal.Count());
    }

    [Theory]
    [InlineData("id")]
    [InlineData("name")]
    public async Task Validate_Empty_IsRefused(string by)
    {
        await using var world = await ProviderWorld.StartAsync();
        Assert.Equal(by, ProviderWorld.TheError((await world.Core.ReadDataAsync(Type, Config.Of((by, "")))).Diagnostics).Path.ToString());
    }

    [Theory]
    [MemberData(nameof(NotGone.Answers), MemberType = typeof(NotGone))]
    public async Task Read_AnyFailure_IsTold(int status, string text, string told)
    {
        await using var world = await ProviderWorld.StartAsync();
        world.AnswerReads(status, text);
        var error = ProviderWorld.TheError((await world.Core.ReadDataAsync(Type, Config.Of(("id", "lLPgX")))).Diagnostics);
        Assert.Contains(told, error.Detail, StringComparison.Ordinal);
    }
}
