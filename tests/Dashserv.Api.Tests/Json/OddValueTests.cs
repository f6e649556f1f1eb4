using System.Text.Json;
using System.Text.Json.Nodes;
using Dashserv.Api.Json;
using Dashserv.Api.Tests.Support;

namespace Dashserv.Api.Tests.Json;

/// <summary>A value of a kind that nobody expected costs an answer only where something depends on it: ids, prices, sizes, states, dates, addresses.</summary>
public sealed class OddValueTests
{
    /// <summary>By sample: all that an answer cannot be read without. What is added here has to be worth a refresh, or an order, that fails.</summary>
    [Theory]
    [InlineData("vserver-list", """
        0 0.uuid 0.name 0.options 0.options.ram 0.options.cores 0.options.disk
        0.payment 0.payment.price 0.payment.product 0.payment.product.name
        0.payment.hourly 0.payment.hourly.price 0.payment.hourly.price.hourly 0.payment.hourly.price.monthly
        0.status 0.image 0.image.name 0.image.displayName 0.unix
        0.location 0.location.uuid 0.location.display 0.location.display.name 0.location.display.country 0.location.country
        0.limits 0.limits.backups 0.limits.snapshot 0.network 0.network.public
        0.network.public.ipv4 0.network.public.ipv4.ip 0.network.public.ipv4.subnet 0.network.public.ipv4.subnet.prefix 0.network.public.ipv4.subnet.gateway
        0.network.public.ipv6 0.network.public.ipv6.ip 0.network.public.ipv6.subnet 0.network.public.ipv6.subnet.prefix 0.network.public.ipv6.subnet.gateway
        0.network.public.additional 0.network.traffic 0.network.traffic.included 0.network.bandwidth 0.network.bandwidth.amount
        """)]
    [InlineData("vserver-status", "status locked")]
    [InlineData("vserver-tasks", "0 0.unix 0.unix.start 0.task 0.status")]
    [InlineData("vserver-backups", "0 0.uuid 0.status 0.name 0.size 0.unix 0.unix.created 0.unix.finished")]
    [InlineData("dedicated-server-list", """
        0 0.uuid 0.payment 0.payment.price 0.payment.product 0.payment.product.name
        0.payment.hourly 0.payment.hourly.price 0.payment.hourly.price.hourly 0.payment.hourly.price.monthly
        0.status 0.name 0.unix 0.device 0.device.model 0.device.model.uuid
        0.device.model.cpu 0.device.model.cpu.amount 0.device.model.cpu.name 0.device.model.cpu.cores 0.device.model.cpu.threads
        0.device.model.cpu.frequency 0.device.model.cpu.frequency.base 0.device.model.cpu.frequency.turbo
        0.device.model.ram 0.device.model.ram.amount 0.device.model.ram.model 0.device.model.ram.type
        0.device.model.disks 0.device.model.disks.all 0.device.model.disks.all.0
        0.device.model.disks.all.0.name 0.device.model.disks.all.0.type 0.device.model.disks.all.0.capacity
        0.device.model.network 0.device.model.network.bandwith 0.device.model.network.bandwith.amount 0.device.model.network.bandwith.quantity
        0.device.location 0.device.location.uuid 0.device.location.display
        0.device.location.display.name 0.device.location.display.country 0.device.location.country
        """)]
    [InlineData("dedicated-server-network", "0 0.ip 0.status 0.type")]
    [InlineData("order-form", """
        name type available
        locations locations.0 locations.0.uuid locations.0.display locations.0.display.name locations.0.display.country locations.0.country locations.0.priceMultiplier
        options options.cpu options.cpu.changeable options.cpu.visible options.cpu.type
        options.cpu.options options.cpu.options.0 options.cpu.options.0.display options.cpu.options.0.cost options.cpu.options.0.setup
        options.ram options.ram.changeable options.ram.type
        options.ram.options options.ram.options.0 options.ram.options.0.display options.ram.options.0.cost options.ram.options.0.setup
        options.disk options.disk.changeable options.disk.type
        options.disk.options options.disk.options.0 options.disk.options.0.display options.disk.options.0.cost options.disk.options.0.setup
        options.traffic options.traffic.changeable options.traffic.type
        options.traffic.options options.traffic.options.0 options.traffic.options.0.display options.traffic.options.0.cost options.traffic.options.0.setup
        options.bandwidth options.bandwidth.changeable options.bandwidth.type options.bandwidth.suffix
        options.bandwidth.options options.bandwidth.options.min options.bandwidth.options.max options.bandwidth.options.step
        options.os options.os.changeable options.os.type
        options.os.options options.os.options.0 options.os.options.0.display options.os.options.0.cost options.os.options.0.setup
        pricing pricing.periods pricing.periods.0 pricing.periods.0.uuid pricing.periods.0.displayName pricing.periods.0.priceMultiplier pricing.defaultPeriod
        """)]
    [InlineData("order-quote", "price price.net price.brut setup setup.net setup.brut")]
    [InlineData("order-status", "uuid productuuid status")]
    public async Task Read_OddValue_CostsTheAnswerOnlyWhereSomethingDependsOnIt(string fixture, string expected)
    {
        List<string> found = [];
        foreach (var path in Paths(JsonNode.Parse(Given.Fixture(fixture))!["data"]!, "").ToList())
        {
            if (await CostsTheAnswerAsync(fixture, path))
            {
                found.Add(path);
            }
        }

        Assert.Equal(expected.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries), found);
    }

    [Theory]
    [InlineData("vserver-images", "0.name")]
    [InlineData("vserver-images", "0")]
    [InlineData("dedicated-server-models", "0.uuid")]
    [InlineData("dedicated-server-models", "1.stock")]
    [InlineData("dedicated-server-templates", "debian.0.id")]
    [InlineData("dedicated-server-templates", "debian.0")]
    public async Task Read_OddEntryOfWhatThereIsToChooseFrom_IsLeftOut(string fixture, string path)
    {
        using var all = Given.Answering(fixture);
        using var broken = Answering(fixture, path, """{"odd": 1}""");

        Assert.Equal(await CountAsync(all.Client, fixture) - 1, await CountAsync(broken.Client, fixture));
    }

    [Fact]
    public async Task Read_NothingToChooseFromCanBeRead_IsNoEmptyList()
    {
        using var given = new Given { MaxRetries = 0 };
        given.Api.Data("""[{"title": "Debian 11"}, 5]""");

        var e = await Assert.ThrowsAsync<ApiException>(() => given.Client.Vservers.ImagesAsync(Given.CancellationToken));

        Assert.Contains("`data[0].name`", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_ThingWithoutWhatMakesItOne_IsNone()
    {
        using var given = new Given();
        given.Api.Data("""{"uuid": "a", "image": {"group": "debian"}, "location": {"country": "DE"}, "network": {"public": {"ipv4": {"type": "IPv4"}, "ipv6": {}}}}""");

        var vserver = await given.Client.Vservers.GetAsync("a", Given.CancellationToken);

        Assert.Equal((null, null, null, null), (vserver.Image, vserver.Location, vserver.Ipv4, vserver.Ipv6));
    }

    [Theory]
    [InlineData("""{"odd": 1}""")]
    [InlineData("""["odd"]""")]
    [InlineData("\"odd\"")]
    [InlineData("-1.5")]
    public void Forgiving_OddKind_CountsAsAbsent(string json)
    {
        var value = new WireValue(JsonDocument.Parse(json).RootElement, WirePath.Root).Forgiving;

        Assert.Null(value["deep"]["down"].Text());
        Assert.Null(value.Time());
        Assert.Null(value.Flag());
        Assert.Null(value.Whole());
        Assert.Empty(value.List(static item => item["uuid"].RequiredText()));
        Assert.Null(value.Optional(static thing => thing["uuid"].RequiredText()));
    }

    [Fact]
    public void Forgiving_RightKind_IsReadAsEver()
    {
        var value = new WireValue(JsonDocument.Parse("""{"list": ["a", {}, "b"], "n": "7", "b": "1", "at": 1607936226}""").RootElement, WirePath.Root).Forgiving;

        Assert.Equal(["a", "b"], value["list"].List(static item => item.RequiredText()));
        Assert.Equal((7m, true, 1607936226L), (value["n"].Number(), value["b"].Flag(), value["at"].Time()!.Value.ToUnixTimeSeconds()));
    }

    private static async Task<bool> CostsTheAnswerAsync(string fixture, string path)
    {
        foreach (var odd in (string[])["""{"odd": 1}""", """["odd"]""", "\"odd\"", "-1.5"])
        {
            using var given = Answering(fixture, path, odd);
            if (await Record.ExceptionAsync(() => ReadAsync(given.Client, fixture)) is { } e)
            {
                return e is ApiException ? true : throw new InvalidOperationException($"{path} = {odd}", e);
            }
        }

        return false;
    }

    private static async Task<int> CountAsync(DashservClient client, string fixture) => fixture switch
    {
        "vserver-images" => (await client.Vservers.ImagesAsync(Given.CancellationToken)).Count,
        "dedicated-server-models" => (await client.DedicatedServers.ModelsAsync(Given.CancellationToken)).Count,
        _ => (await client.DedicatedServers.TemplatesAsync(Given.CancellationToken)).Count,
    };

    private static Given Answering(string fixture, string path, string odd)
    {
        var answer = JsonNode.Parse(Given.Fixture(fixture))!;
        string[] steps = ["data", .. path.Split('.')];
        var parent = steps[..^1].Aggregate(answer, static (node, step) => node is JsonArray list ? list[Index(step)]! : node[step]!);
        if (parent is JsonArray items)
        {
            items[Index(steps[^1])] = JsonNode.Parse(odd);
        }
        else
        {
            parent[steps[^1]] = JsonNode.Parse(odd);
        }

        var given = new Given { MaxRetries = 0 };
        given.Api.Answer(answer.ToJsonString());
        return given;
    }

    private static int Index(string step) => int.Parse(step, provider: null);

    private static Task ReadAsync(DashservClient client, string fixture) => fixture switch
    {
        "vserver-list" => client.Vservers.ListAsync(Given.CancellationToken),
        "vserver-status" => client.Vservers.StatusAsync("a", Given.CancellationToken),
        "vserver-tasks" => client.Vservers.TasksAsync("a", Given.CancellationToken),
        "vserver-backups" => client.Backups.ListAsync("a", Given.CancellationToken),
        "dedicated-server-list" => client.DedicatedServers.ListAsync(Given.CancellationToken),
        "dedicated-server-network" => client.DedicatedServers.NetworkAsync("a", Given.CancellationToken),
        "order-form" => client.Orders.GetFormAsync("a", Given.CancellationToken),
        "order-quote" => client.Orders.QuoteAsync("a", [], Given.CancellationToken),
        _ => client.Orders.GetAsync("B86uM", Given.CancellationToken),
    };

    private static IEnumerable<string> Paths(JsonNode? node, string path)
    {
        if (path.Length > 0)
        {
            yield return path;
        }

        var children = node switch
        {
            JsonObject members => members.Select(static member => (member.Key, member.Value)),
            JsonArray { Count: > 0 } items => [("0", items[0])],
            _ => [],
        };
        foreach (var (step, child) in children)
        {
            foreach (var deeper in Paths(child, path.Length == 0 ? step : $"{path}.{step}"))
            {
                yield return deeper;
            }
        }
    }
}
