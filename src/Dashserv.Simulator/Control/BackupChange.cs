namespace Dashserv.Simulator.Control;

/// <summary>What somebody changed of a backup behind the client's back. Null is unchanged.</summary>
public sealed record BackupChange
{
    public string? Name { get; init; }

    /// <summary>Shown once it is finished.</summary>
    public string? Status { get; init; }

    /// <summary>Bytes.</summary>
    public long? Size { get; init; }

    internal void Apply(Backup backup)
    {
        backup.Name = Name ?? backup.Name;
        backup.FinishedStatus = Status ?? backup.FinishedStatus;
        backup.Size = Size ?? backup.Size;
    }
}
