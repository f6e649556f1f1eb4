namespace Dashserv.Simulator.Vservers;

/// <summary>A vserver's addresses, from ranges set aside for benchmarks and documentation. Each appears twice: by itself and on its interface.</summary>
internal sealed class VserverNetwork(Func<string> newId, int number)
{
    private readonly string _ipv4 = newId();
    private readonly string _ipv6 = newId();
    private readonly string _interface = newId();

    public JsonObject ToJson(Vserver server)
    {
        var ready = server.Ready.ToUnixTimeSeconds();
        return new()
        {
            ["public"] = new JsonObject
            {
                ["ipv4"] = Ipv4(server),
                ["ipv6"] = Ipv6(server),
                ["interfaces"] = new JsonObject
                {
                    ["net0"] = new JsonObject
                    {
                        ["uuid"] = _interface,
                        ["status"] = "ACTIVE",
                        ["name"] = "net0",
                        ["ipv4"] = Ipv4(server),
                        ["ipv6"] = Ipv6(server),
                        ["unix"] = new JsonObject { ["created"] = ready },
                    },
                },
                ["additional"] = new JsonArray(),
            },
            ["private"] = new JsonArray(),
            ["traffic"] = new JsonObject
            {
                ["ingoing"] = 0,
                ["outgoing"] = 0,
                ["ingoingLast"] = 0,
                ["outgoingLast"] = 0,
                ["lastUnix"] = 0,
                ["included"] = 2000,
                ["reset"] = ready + 2592000,
            },
            ["bandwidth"] = new JsonObject { ["amount"] = 750, ["limited"] = false },
        };
    }

    private JsonObject Ipv4(Vserver server)
    {
        var net = $"198.{18 + (number / 250 / 256)}.{number / 250 % 256}";
        return Address(server, _ipv4, "IPv4", $"{net}.{2 + (number % 250)}", "1607936226", new()
        {
            ["uuid"] = "vwf2WN",
            ["status"] = "AVAILABLE",
            ["netaddress"] = $"{net}.0",
            ["prefix"] = 24,
            ["netmask"] = "255.255.255.0",
            ["gateway"] = $"{net}.1",
        });
    }

    private JsonObject Ipv6(Vserver server) => Address(server, _ipv6, "IPv6", $"2001:db8:a120:10a::{number + 1:x}", "1607936228", new()
    {
        ["uuid"] = "B4W2uh",
        ["status"] = "AVAILABLE",
        ["netaddress"] = "2001:db8:a120:10a::",
        ["prefix"] = 64,
        // The sample has the network's address here, not a mask.
        ["netmask"] = "2001:db8:a120:10a::",
        ["gateway"] = "2001:db8:a120:10a::1",
    });

    private static JsonObject Address(Vserver server, string uuid, string type, string ip, string created, JsonObject subnet) => new()
    {
        ["uuid"] = uuid,
        ["ip"] = ip,
        ["userid"] = server.Account.Customer,
        ["status"] = "GIVEN",
        ["subnet"] = subnet,
        ["type"] = type,
        ["product"] = new JsonObject { ["name"] = "vserver", ["uuid"] = server.Uuid },
        ["unix"] = new JsonObject { ["created"] = created, ["userchange"] = server.Ready.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) },
        ["settings"] = new JsonObject { ["layer7"] = "only_off", ["layer4"] = "dynamic", ["rdns"] = null, ["alert"] = true },
        ["customName"] = null,
    };
}
