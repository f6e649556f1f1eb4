namespace Dashserv.Simulator.Vservers;

/// <summary>A vserver's power state, lock and gauges; all gauges of one that is off are zero.</summary>
internal static class VserverStatus
{
    private const long Gigabyte = 1024L * 1024 * 1024;

    public static JsonObject Of(Vserver server, DateTimeOffset now)
    {
        var uptime = server.Power == PowerState.Online ? (long)(now - server.OnSince).TotalSeconds : 0;
        var on = server.Power == PowerState.Online ? 1 : 0;
        return new()
        {
            ["status"] = server.PowerWord,
            ["locked"] = server.LockedFor(now) is { } reason ? reason : false,
            ["stats"] = new JsonObject
            {
                ["uptime"] = uptime,
                ["ram"] = new JsonObject { ["max"] = server.Ram * Gigabyte, ["current"] = on * server.Ram * Gigabyte / 8, ["usage"] = on * 12.5 },
                ["disk"] = new JsonObject { ["max"] = server.Disk * Gigabyte, ["current"] = 0, ["write"] = uptime * 10915, ["read"] = uptime * 3500 },
                ["cpu"] = new JsonObject { ["cores"] = server.Cores, ["usage"] = 0 },
                ["network"] = new JsonObject
                {
                    ["limited"] = false,
                    ["ingoing"] = uptime * 767,
                    ["outgoing"] = uptime * 33,
                    ["traffic"] = new JsonObject { ["ingoing"] = 0, ["outgoing"] = 0 },
                },
            },
        };
    }
}
