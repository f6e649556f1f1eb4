namespace Dashserv.Simulator.Faults;

/// <summary>Which tasks end in failure, how often, and what is left of them. Matching fields that are null match everything.</summary>
public sealed record TaskFault
{
    // Settable, not init-only: generated JSON code would overwrite the defaults of init-only properties that the JSON leaves out.

    public TaskKind? Task { get; set; }

    /// <summary>The server's uuid.</summary>
    public string? Product { get; set; }

    /// <summary>For how many tasks; 0 is for ever.</summary>
    public int Times { get; set; } = 1;

    /// <summary>The word that the task ends with. The reference shows <c>OK</c> only; what a failure is called is not documented.</summary>
    public string Status { get; set; } = "ERROR";

    public TaskEffect Effect { get; set; } = TaskEffect.None;

    /// <summary>With half of a reinstallation or a restore: the new image is on the disk, instead of the old one.</summary>
    public bool NewImage { get; set; }

    /// <summary>Whether the task has an end time. A dedicated server's installation without one runs for ever.</summary>
    public bool Ends { get; set; } = true;

    /// <summary>What is left in the log of a dedicated server's installation, which has no status word.</summary>
    public string? Log { get; set; }

    internal bool WritesImage => Effect == TaskEffect.Whole || (Effect == TaskEffect.Half && NewImage);

    internal bool Matches(TaskKind task, string product) => (Task is null || Task == task) && (Product is null || Product == product);

    internal void Check()
    {
        if (Effect == TaskEffect.Half && Task is null or TaskKind.Start or TaskKind.Shutdown or TaskKind.Stop or TaskKind.PasswordReset)
        {
            throw new ArgumentException(Task is null ? "Which task is done by half must be said." : $"{Task} has no half: it is done, or it is not.");
        }
    }
}
