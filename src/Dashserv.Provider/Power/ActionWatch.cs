using Dashserv.Provider.Access;

namespace Dashserv.Provider.Power;

/// <summary>
/// Watches an action on a vserver that shows by a lock or an installation, and by a task. A task is certain; a lock that does not name the action may be
/// anything's, and so tells when the server is free, but not that the action has begun.
/// </summary>
internal sealed class ActionWatch(ApiAccess access, ServerLock held, VserverTaskLog tasks)
{
    /// <summary>How often an action that was never seen is looked for before its end is believed.</summary>
    private const int UnseenLooks = 5;

    private int _looks;

    /// <summary>Whether the server was seen to be busy, with whatever.</summary>
    public bool WasBusy { get; private set; }

    /// <summary>Whether it was seen to be locked for this.</summary>
    public bool WasLockedForIt { get; private set; }

    /// <summary>Waits until the server is free and the action's task, where it is listed, has ended.</summary>
    public Task UntilOverAsync(CancellationToken cancellationToken) => access.PollAsync(
        async stop =>
        {
            var seen = await ReadAsync(stop);
            await (IsFree(seen) ? tasks.ReadAsync(stop) : Task.CompletedTask);
            _looks++;
            return seen;
        },
        seen => $"{seen.Status} {seen.LockedReason} {tasks.Task?.Status}",
        seen => IsFree(seen) && (tasks.Task is not null ? tasks.HasEnded : WasBusy || _looks >= UnseenLooks),
        cancellationToken);

    /// <summary>Looks once for a sure sign that it has begun.</summary>
    public async Task<bool> HasBegunAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        await tasks.ReadAsync(cancellationToken);
        return tasks.Task is not null || WasLockedForIt;
    }

    private static bool IsFree(PowerReading seen) => seen is { LockedReason: null, Status: not PowerStates.Installing };

    private async Task<PowerReading> ReadAsync(CancellationToken cancellationToken)
    {
        var seen = await held.ReadAsync(cancellationToken);
        WasBusy |= !IsFree(seen);
        WasLockedForIt |= tasks.IsOfThisKind(seen.LockedReason);
        return seen;
    }
}
