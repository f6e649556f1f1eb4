namespace Dashserv.Simulator.Backups;

/// <summary>A copy of a vserver's disk. Its progress is read off the clock.</summary>
internal sealed class Backup(string uuid, string name, VserverImage image, DateTimeOffset created, DateTimeOffset finishes, string finishedStatus, long size)
{
    public string Uuid => uuid;

    public string Name { get; set; } = name;

    /// <summary>What its status says once it is finished.</summary>
    public string FinishedStatus { get; set; } = finishedStatus;

    public long Size { get; set; } = size;

    /// <summary>What was installed then, and is again after a restore.</summary>
    public VserverImage Image => image;

    public bool IsFinished(DateTimeOffset now) => now >= finishes;

    public JsonObject ToJson(DateTimeOffset now) => new()
    {
        ["uuid"] = uuid,
        ["status"] = IsFinished(now) ? FinishedStatus : "CREATING",
        ["percentage"] = IsFinished(now) ? 100 : 1 + (int)(98 * (now - created) / (finishes - created)),
        ["name"] = Name,
        ["size"] = IsFinished(now) ? Size : 0,
        ["unix"] = new JsonObject { ["created"] = created.ToUnixTimeSeconds(), ["finished"] = IsFinished(now) ? finishes.ToUnixTimeSeconds() : null },
    };
}
