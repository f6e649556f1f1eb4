namespace Dashserv.Simulator.Tasks;

/// <summary>What a server does that may end in failure after the call was answered.</summary>
public enum TaskKind
{
    Start,
    Shutdown,
    Stop,

    /// <summary>Listed as <c>reboot</c>, as in the reference's sample.</summary>
    Restart,
    Reset,
    Reinstall,
    Upgrade,
    BackupCreate,
    BackupRestore,
    PasswordReset,

    /// <summary>A dedicated server's; it is in no list of tasks.</summary>
    Installation,
}
