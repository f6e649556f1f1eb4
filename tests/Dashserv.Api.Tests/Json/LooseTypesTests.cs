using System.Text.Json;
using System.Text.Json.Nodes;
using Dashserv.Api.Json;
using Dashserv.Api.Tests.Support;

namespace Dashserv.Api.Tests.Json;

public sealed class LooseTypesTests
{
    [Theory]
    [InlineData("250", "250")]
    [InlineData("\"250\"", "250")]
    [InlineData("\" 0.1 \"", "0.1")]
    [InlineData("0.04958", "0.04958")]
    [InlineData("1e3", "1000")]
    [InlineData("\"\"", null)]
    [InlineData("null", null)]
    public void Number_AnyWriting_IsExact(string json, string? expected) =>
        Assert.Equal(expected is null ? null : decimal.Parse(expected, provider: null), Value(json).Number());

    [Theory]
    [InlineData("true", true)]
    [InlineData("\"1\"", true)]
    [InlineData("1", true)]
    [InlineData("\"0\"", false)]
    [InlineData("0", false)]
    [InlineData("\"\"", false)]
    [InlineData("null", null)]
    public void Flag_AnyWriting_IsRead(string json, bool? expected) => Assert.Equal(expected, Value(json).Flag());

    [Theory]
    [InlineData("false", null)]
    [InlineData("null", null)]
    [InlineData("\"\"", null)]
    [InlineData("\"backup\"", "backup")]
    public void TextOrFalse_FalseOrReason_IsRead(string json, string? expected) => Assert.Equal(expected, Value(json).TextOrFalse());

    [Theory]
    [InlineData("1607936226", 1607936226L)]
    [InlineData("\"1607936226\"", 1607936226L)]
    [InlineData("0", null)]
    [InlineData("null", null)]
    public void Time_Seconds_IsRead(string json, long? expected) => Assert.Equal(expected, Value(json).Time()?.ToUnixTimeSeconds());

    [Theory]
    [InlineData("{}", "an object")]
    [InlineData("[1]", "a list")]
    [InlineData("\"many\"", "a text")]
    [InlineData("true", "true or false")]
    [InlineData("1e400", "a number")]
    public void Number_Garbage_NamesTheField(string json, string found)
    {
        var e = Assert.Throws<ShapeException>(() => Value(json).Number());

        Assert.Equal($"`data.x` is {found} where a number was expected", e.Message);
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("1e20")]
    public void Whole_NoWholeNumber_Throws(string json) => Assert.Throws<ShapeException>(() => Value(json).Whole());

    [Theory]
    [InlineData("-5")]
    [InlineData("1e18")]
    [InlineData("\"soon\"")]
    public void Time_Garbage_Throws(string json) => Assert.Throws<ShapeException>(() => Value(json).Time());

    [Fact]
    public async Task GetAsync_GarbageField_IsUnexpectedAnswerNamingIt()
    {
        using var given = new Given();
        given.Api.Data("""{"uuid": "a", "options": {"ram": {"amount": 2}}}""");

        var e = await Assert.ThrowsAsync<ApiException>(() => given.Client.Vservers.GetAsync("a", Given.CancellationToken));

        Assert.Equal(ApiErrorKind.UnexpectedAnswer, e.Kind);
        Assert.Contains("`data.options.ram`", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetAsync_OnlyTheId_IsEnough()
    {
        using var given = new Given();
        given.Api.Data("""{"uuid": 7, "options": [], "network": {"public": [], "private": null}, "payment": null, "image": "debian11", "location": false, "new": [{}]}""");

        var vserver = await given.Client.Vservers.GetAsync("7", Given.CancellationToken);

        Assert.Equal(("7", "debian11"), (vserver.Uuid, vserver.Image!.Name));
        Assert.Null(vserver.RamGb);
        Assert.Null(vserver.Location);
        Assert.Empty(vserver.Interfaces);
    }

    [Fact]
    public async Task GetAsync_AdditionalAddressesOfAnyShape_AreReadWhereTheyHaveOne()
    {
        using var given = new Given();
        given.Api.Data("""{"uuid": "a", "network": {"public": {"additional": ["1.2.3.4", {"ip": "1.2.3.5"}, {"ipv4": {"ip": "1.2.3.6"}, "ipv6": null}, {"odd": 1}, 5, null]}, "private": [{"vlan": 3}]}}""");

        var vserver = await given.Client.Vservers.GetAsync("a", Given.CancellationToken);

        Assert.Equal(["1.2.3.4", "1.2.3.5", "1.2.3.6"], vserver.AdditionalAddresses.Select(static address => address.Ip));
        Assert.Equal(["""{"vlan": 3}"""], vserver.PrivateNetworksJson);
    }

    /// <summary>Every value of the richest sample, replaced by every kind of garbage: an answer or an <see cref="ApiException"/>, nothing else.</summary>
    [Theory]
    [InlineData("vserver-get")]
    [InlineData("dedicated-server-get")]
    [InlineData("order-form")]
    [InlineData("order-quote")]
    [InlineData("order-status")]
    public async Task Read_AnyFieldGarbage_NeverCrashes(string fixture)
    {
        var sample = JsonNode.Parse(Given.Fixture(fixture))!;
        foreach (var path in Paths(sample, []).ToList())
        {
            foreach (var garbage in (string[])["{}", "[]", "[[]]", "\"x\"", "-1", "1e300", "true", "null", "\"\\ud800\""])
            {
                var broken = JsonNode.Parse(Given.Fixture(fixture))!;
                var parent = path.SkipLast(1).Aggregate(broken, static (node, step) => step is int index ? node[index]! : node[(string)step]!);
                var value = JsonNode.Parse(garbage == "\"\\ud800\"" ? "\"@@\"" : garbage);
                if (path[^1] is int at)
                {
                    parent[at] = value;
                }
                else
                {
                    parent[(string)path[^1]] = value;
                }

                using var given = new Given { MaxRetries = 0 };
                given.Api.Answer(broken.ToJsonString().Replace("@@", "\\ud800", StringComparison.Ordinal));

                _ = await Record.ExceptionAsync(() => ReadAsync(given.Client, fixture)) switch
                {
                    null or ApiException => 0,
                    var e => throw new InvalidOperationException($"{string.Join('.', path)} = {garbage}", e),
                };
            }
        }
    }

    private static Task ReadAsync(DashservClient client, string fixture) => fixture switch
    {
        "vserver-get" => client.Vservers.GetAsync("a", Given.CancellationToken),
        "dedicated-server-get" => client.DedicatedServers.GetAsync("a", Given.CancellationToken),
        "order-form" => client.Orders.GetFormAsync("a", Given.CancellationToken),
        "order-quote" => client.Orders.QuoteAsync("a", [], Given.CancellationToken),
        _ => client.Orders.GetAsync("a", Given.CancellationToken),
    };

    private static IEnumerable<object[]> Paths(JsonNode? node, object[] path)
    {
        if (path.Length > 0)
        {
            yield return path;
        }

        var children = node switch
        {
            JsonObject members => members.Select(static member => ((object)member.Key, member.Value)),
            JsonArray items => items.Select(static (item, index) => ((object)index, item)),
            _ => [],
        };
        foreach (var (step, child) in children)
        {
            foreach (var deeper in Paths(child, [.. path, step]))
            {
                yield return deeper;
            }
        }
    }

    private static WireValue Value(string json) => new(JsonDocument.Parse(json).RootElement, WirePath.Root.Member("data.x"));
}
