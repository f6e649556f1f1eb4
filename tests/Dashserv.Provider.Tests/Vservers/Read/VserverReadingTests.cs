using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using CoreHarness;
using Dashserv.Simulator.Faults;

namespace Dashserv.Provider.Tests.Vservers.Read;

/// <summary>Each computed attribute follows what the API says of it, one by one, and none of them plans a change.</summary>
public sealed class VserverReadingTests
{
    [Theory]
    [InlineData("status", "status", "WAIT_FOR_HOST", "wait_for_host")]
    [InlineData("created_at", "unix", 1640356007, "2021-12-24T14:26:47Z")]
    [InlineData("location_name", "location.display.name", "Elsewhere", "Elsewhere")]
    [InlineData("country", "location.country", "AT", "AT")]
    [InlineData("ipv4_address", "network.public.ipv4.ip", "203.0.113.7", "203.0.113.7")]
    [InlineData("ipv4_gateway", "network.public.ipv4.subnet.gateway", "203.0.113.1", "203.0.113.1")]
    [InlineData("ipv4_prefix", "network.public.ipv4.subnet.prefix", "28", 28L)]
    [InlineData("ipv6_address", "network.public.ipv6.ip", "2001:db8::7", "2001:db8::7")]
    [InlineData("ipv6_gateway", "network.public.ipv6.subnet.gateway", "2001:db8::1", "2001:db8::1")]
    [InlineData("ipv6_prefix", "network.public.ipv6.subnet.prefix", 48, 48L)]
    [InlineData("backup_limit", "limits.backups", "9", 9L)]
    [InlineData("snapshot_limit", "limits.snapshot", 9, 9L)]
    [InlineData("traffic_included_gb", "network.traffic.included", 5000, 5000L)]
    [InlineData("bandwidth_mbit", "network.bandwidth.amount", 1000, 1000L)]
    [InlineData("monthly_price", "payment.hourly.price.monthly", 7, 7L)]
    [InlineData("hourly_price", "payment.hourly.price.hourly", 1, 1L)]
    public async Task Refresh_OtherValue_IsTakenOver(string attribute, string member, object said, object expected)
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        Assert.NotEqual(expected, server[attribute]);
        await AnswerAsync(world, server, answer => Set(answer, member, JsonValue.Create(said)));
        Assert.Equal((ChangeAction.NoOp, expected), ((await server.PlanAsync(TestVserver.Config)).Action, server[attribute]));
    }

    [Fact]
    public async Task Refresh_MoreAddresses_AreListed()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        await AnswerAsync(
            world, server,
            answer =>
                Set(answer, "network.public.additional", new JsonArray(new JsonObject { ["ip"] = "203.0.113.8" }, new JsonObject { ["ip"] = "203.0.113.9" })));
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(TestVserver.Config)).Action);
        Assert.Equal(("203.0.113.8", "203.0.113.9"), (server["additional_ip_addresses[0]"], server["additional_ip_addresses[1]"]));
    }

    [Theory]
    [InlineData("network.public.ipv4.settings.alert")]
    [InlineData("network.public.interfaces")]
    [InlineData("network.traffic.lastUnix")]
    [InlineData("payment.autoRenew")]
    [InlineData("location.priceMultiplier")]
    public async Task Refresh_OddValueThatNobodyUses_CostsNothing(string member)
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        var before = server.Value;
        await AnswerAsync(world, server, answer => Set(answer, member, "odd"));
        var plan = await server.PlanAsync(TestVserver.Config);
        Assert.Equal((ChangeAction.NoOp, 0), (plan.Action, plan.Diagnostics.Count));
        Assert.Equal(before, server.Value);
    }

    [Theory]
    [InlineData("ipv6_address", "network.public.ipv6")]
    [InlineData("bandwidth_mbit", "network.bandwidth")]
    [InlineData("monthly_price", "payment")]
    public async Task Refresh_ValueNoLongerSaid_IsNullAndNoFailure(string attribute, string member)
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        await AnswerAsync(world, server, answer => Set(answer, member, null));
        Assert.Equal(ChangeAction.NoOp, (await server.PlanAsync(TestVserver.Config)).Action);
        Assert.Null(server[attribute]);
    }

    [Theory]
    [InlineData("cores", "options.cores")]
    [InlineData("name", "name")]
    [InlineData("image", "image")]
    [InlineData("location", "location")]
    public async Task Refresh_ArgumentNoLongerSaid_StaysAsItWas(string attribute, string member)
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateVserverAsync();
        var before = server[attribute];
        await AnswerAsync(world, server, answer => Set(answer, member, null));
        Assert.Equal((ChangeAction.NoOp, before), ((await server.PlanAsync(TestVserver.Config)).Action, server[attribute]));
    }

    // From now on the server is what the API says of it, but for what the test makes of that.
    private static async Task AnswerAsync(ProviderWorld world, ResourceInstance server, Action<JsonNode> change)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "simulator-reseller");
        var answer = JsonNode.Parse(await client.GetStringAsync(new Uri($"{world.Simulator.Endpoint}/product/vserver/{server["id"]}")))!;
        change(answer["data"]!);
        world.Simulator.Faults.Add(new FaultRule { Method = "GET", Path = "/v1/product/vserver/*", Times = 0, Status = 200, Text = answer.ToJsonString() });
    }

    private static void Set(JsonNode root, string member, JsonNode? value)
    {
        var steps = member.Split('.');
        steps[..^1].Aggregate(root, (node, step) => node[step]!)[steps[^1]] = value;
    }
}
