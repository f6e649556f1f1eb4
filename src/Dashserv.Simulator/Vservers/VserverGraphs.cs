namespace Dashserv.Simulator.Vservers;

/// <summary>GET stats: a curve for each gauge, the same at every call of the same moment.</summary>
internal static class VserverGraphs
{
    public static ApiAnswer Answer(ApiCall call)
    {
        var server = ProductRoutes.Find<Vserver>(call);
        var timeframe = call.Query("timeframe") is { Length: > 0 } given ? given : throw ApiRefusal.Empty("timeframe");
        var (points, step) = timeframe switch
        {
            "hour" => (60, TimeSpan.FromMinutes(1)),
            "day" => (48, TimeSpan.FromMinutes(30)),
            "week" => (56, TimeSpan.FromHours(3)),
            "month" => (60, TimeSpan.FromHours(12)),
            "year" => (52, TimeSpan.FromDays(7)),
            _ => throw ApiRefusal.Invalid("timeframe", timeframe, "invalid_timeframe"),
        };
        var now = call.World.Now;
        return ApiAnswer.Success(new JsonArray([.. Enumerable.Range(0, points).Select(i => Point(server, now - (step * (points - 1 - i)), i))]));
    }

    private static JsonObject Point(Vserver server, DateTimeOffset at, int index)
    {
        var on = at >= server.Ready && server.Power == PowerState.Online ? 1 : 0;
        return new()
        {
            ["cpu_percentage"] = on * 0.1,
            ["ram_percentage"] = on * 65.2,
            ["net_in"] = on * (723.06 + (index % 7)),
            ["net_out"] = on * (72.29 + (index % 5)),
            ["disk_read"] = 0,
            ["disk_write"] = on * (942.08 + (index % 3)),
            ["time"] = BerlinTime.FromUtc(at).ToString("HH:mm:00", CultureInfo.InvariantCulture),
        };
    }
}
