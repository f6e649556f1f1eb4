namespace Dashserv.Simulator.Control;

/// <summary>What somebody changed of a scheduled task behind the client's back. Null is unchanged; when it runs next stays.</summary>
public sealed record ScheduledTaskChange
{
    public string? Interval { get; init; }

    public string? Command { get; init; }

    public string? Status { get; init; }

    internal void Apply(ScheduledTask task)
    {
        task.Interval = Interval ?? task.Interval;
        task.Command = Command ?? task.Command;
        task.Status = Status ?? task.Status;
    }
}
