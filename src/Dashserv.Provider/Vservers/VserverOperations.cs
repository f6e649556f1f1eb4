using Dashserv.Api.Models;
using Dashserv.Provider.Access;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Power;

namespace Dashserv.Provider.Vservers;

/// <summary>What the writes on one vserver have in common: its power, its lock, its tasks, and how it is now.</summary>
internal sealed class VserverOperations(Session session, string id)
{
    private ApiAccess Access => session.Access;

    public PowerCalls Power => new(
        $"vserver {id}",
        "vservers",
        async stop => Reading(await Access.Client.Vservers.StatusAsync(id, stop)),
        stop => Access.Client.Vservers.StartAsync(id, stop),
        stop => Access.Client.Vservers.ShutdownAsync(id, stop),
        stop => Access.Client.Vservers.StopAsync(id, stop))
    {
        TaskLog = action => Tasks(action),
    };

    public ServerLock Lock() => new($"vserver {id}", Power.ReadAsync);

    public VserverTaskLog Tasks(params string[] words) => new(Access, id, words);

    /// <summary>The API's notes on installations.</summary>
    public VserverTaskLog InstallTasks() => Tasks("install");

    /// <summary>The server as it is now.</summary>
    /// <exception cref="ProblemException">It is gone.</exception>
    public async Task<Vserver> ReadAsync(CancellationToken cancellationToken) =>
        await session.VserverReads.FindFreshAsync(id, cancellationToken)
        ?? throw new ProblemException("The server is gone", $"The API says that the vserver {id} does not exist any more. Plan again.");

    /// <summary>Whether it was made, installed or started of late, so that not everything in it runs yet. What cannot be read says no.</summary>
    public async Task<bool> HasJustStartedAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        var since = Access.Client.ServerTime - limit;
        return (await session.VserverReads.FindFreshAsync(id, cancellationToken).OrAsync(null))?.CreatedAt > since
            || await Tasks("start", "reset", "install", "restor").HasBegunSinceAsync(since, except: "password", cancellationToken);
    }

    /// <summary>Waits until a delivered server is listed and has left its installation.</summary>
    public async Task<Vserver> WaitDeliveredAsync(CancellationToken cancellationToken) => (await Access.PollAsync(
        stop => session.VserverReads.FindFreshAsync(id, stop), v => v?.Status, v => v is not null && v.Status is not ("installing" or "pending"),
        cancellationToken))!;

    private static PowerReading Reading(VserverStatus status) => new(status.Status, status.LockedReason);
}
