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

    /// <summary>What its status says from then on if it is never finished; null for one that goes well.</summary>
    public string? BreaksOffAs { get; init; }

    public JsonObject ToJson(DateTimeOffset now)
    {
        var isOver = now >= finishes;
        var isFinished = isOver && BreaksOffAs is null;
        return new()
        {
            ["uuid"] = uuid,
            ["status"] = isOver ? BreaksOffAs ?? FinishedStatus : "CREATING",
            ["percentage"] = isFinished ? 100 : isOver ? 99 : 1 + (int)(98 * (now - created) / (finishes - created)),
            ["name"] = Name,
            ["size"] = isFinished ? Size : 0,
            ["unix"] = new JsonObject { ["created"] = created.ToUnixTimeSeconds(), ["finished"] = isFinished ? finishes.ToUnixTimeSeconds() : null },
        };
    }
}
