namespace Dashserv.Simulator.Tasks;

/// <summary>Something a vserver did or does. The API lists tasks without the uuid that the action answered.</summary>
internal sealed class VserverTask(string kind, DateTimeOffset start)
{
    private DateTimeOffset? _end;
    private string _status = "RUNNING";

    public static VserverTask Begin(Vserver server, string kind, DateTimeOffset now)
    {
        var task = new VserverTask(kind, now);
        // Newest first, as in the sample.
        server.Tasks.Insert(0, task);
        return task;
    }

    public void End(DateTimeOffset at, string status) => (_end, _status) = (at, status);

    public JsonObject ToJson() => new()
    {
        ["unix"] = new JsonObject { ["start"] = start.ToUnixTimeSeconds(), ["end"] = _end?.ToUnixTimeSeconds() },
        ["task"] = kind,
        ["status"] = _status,
    };
}
