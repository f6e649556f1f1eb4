namespace Dashserv.Provider.Power;

/// <summary>One server's power, however its kind of product calls it.</summary>
internal sealed record PowerCalls(
    Func<CancellationToken, Task<PowerReading>> ReadAsync,
    Func<CancellationToken, Task> StartAsync,
    Func<CancellationToken, Task> ShutdownAsync,
    Func<CancellationToken, Task> StopAsync)
{
    /// <summary>The server, as a user would look for it.</summary>
    public string Server { get; init; } = "server";
}
