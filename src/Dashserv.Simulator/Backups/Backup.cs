namespace Dashserv.Simulator.Backups;

/// <summary>A copy of a vserver's disk. Its progress is read off the clock.</summary>
internal sealed class Backup(string uuid, string name, VserverImage image, DateTimeOffset created, DateTimeOffset finishes, string finishedStatus, long size)
{
    public string Uuid => uuid;

    public string Name => name;

    /// <summary>What was installed then, and is again after a restore.</summary>
    public VserverImage Image => image;

    public bool IsFinished(DateTimeOffset now) => now >= finishes;

    public JsonObject ToJson(DateTimeOffset now) => new()
    {
        ["uuid"] = uuid,
        ["status"] = IsFinished(now) ? finishedStatus : "CREATING",
        ["percentage"] = IsFinished(now) ? 100 : 1 + (int)(98 * (now - created) / (finishes - created)),
        ["name"] = name,
        ["size"] = IsFinished(now) ? size : 0,
        ["unix"] = new JsonObject { ["created"] = created.ToUnixTimeSeconds(), ["finished"] = IsFinished(now) ? finishes.ToUnixTimeSeconds() : null },
    };
}
