namespace Dashserv.Provider.Power;

/// <summary>One server's power, however its kind of product calls it.</summary>
/// <param name="Server">The server, as a user would look for it, such as <c>vserver lLPgX</c>.</param>
/// <param name="Kind">What such servers are called, such as <c>dedicated servers</c>.</param>
/// <param name="ReadAsync">Looks at its power and its lock.</param>
/// <param name="StartAsync">Switches it on.</param>
/// <param name="ShutdownAsync">Asks its guest to shut down (ACPI).</param>
/// <param name="StopAsync">Pulls the plug.</param>
internal sealed record PowerCalls(
    string Server,
    string Kind,
    Func<CancellationToken, Task<PowerReading>> ReadAsync,
    Func<CancellationToken, Task> StartAsync,
    Func<CancellationToken, Task> ShutdownAsync,
    Func<CancellationToken, Task> StopAsync)
{
    /// <summary>Makes a view of the API's notes on one action, by its word; null where there are none.</summary>
    public Func<string, VserverTaskLog>? TaskLog { get; init; }
}
