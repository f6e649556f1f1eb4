namespace Dashserv.Simulator.DedicatedServers;

/// <summary>A dedicated server's two addresses: one in use, one spare whose protection is not set.</summary>
internal static class DedicatedNetwork
{
    public static JsonArray Of(DedicatedServer server, int number, string device) =>
    [
        Address(server, number, $"{device}a", 2, "GIVEN", "only_on", "dynamic"),
        Address(server, number, $"{device}b", 3, "AVAILABLE", null, null),
    ];

    private static JsonObject Address(DedicatedServer server, int number, string uuid, int host, string status, string? layer7, string? layer4)
    {
        // One /27 for each server, eight of them in a /24.
        var net = $"198.19.{number / 8 % 256}";
        var first = number % 8 * 32;
        return new()
        {
            ["uuid"] = uuid,
            ["ip"] = $"{net}.{first + host}",
            ["userid"] = server.Account.Customer,
            ["status"] = status,
            ["subnet"] = new JsonObject
            {
                ["uuid"] = "uJf4L",
                ["status"] = "AVAILABLE",
                ["netaddress"] = $"{net}.{first}",
                ["prefix"] = 27,
                ["netmask"] = "255.255.255.224",
                ["gateway"] = $"{net}.{first + 1}",
            },
            ["type"] = "IPv4",
            ["product"] = new JsonObject { ["name"] = server.OrderedAs, ["uuid"] = server.Uuid },
            ["unix"] = new JsonObject { ["created"] = "1624144752", ["userchange"] = server.Ready.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) },
            ["settings"] = new JsonObject { ["layer7"] = layer7, ["layer4"] = layer4, ["rdns"] = null, ["alert"] = true },
            ["customName"] = null,
        };
    }
}
