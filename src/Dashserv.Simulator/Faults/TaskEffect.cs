namespace Dashserv.Simulator.Faults;

/// <summary>How much of a failed task was done.</summary>
public enum TaskEffect
{
    /// <summary>The server is as it was before.</summary>
    None,

    /// <summary>
    /// It broke off in the middle. Reinstall, restore, upgrade, restart and reset leave the server off; a backup stays in the list, never finished;
    /// an installation leaves empty disks. What is done in one step has no half.
    /// </summary>
    Half,

    /// <summary>It was done, and is called a failure all the same.</summary>
    Whole,
}
