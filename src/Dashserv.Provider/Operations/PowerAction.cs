namespace Dashserv.Provider.Operations;

/// <summary>What can be done to a server's power.</summary>
internal enum PowerAction
{
    Start,

    /// <summary>Asks the guest to shut down (ACPI).</summary>
    Shutdown,

    /// <summary>Pulls the plug.</summary>
    Stop,
}
