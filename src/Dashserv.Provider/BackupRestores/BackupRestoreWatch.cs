using Dashserv.Api.Models;
using Dashserv.Api.Polling;
using Dashserv.Provider.Backups;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Power;

namespace Dashserv.Provider.BackupRestores;

/// <summary>
/// What the API shows of a restore: a lock, and a task without an id. A task is certain; a lock that does not name it may be anything's,
/// and so tells when the server is free, but not that a restore has begun.
/// </summary>
internal sealed class BackupRestoreWatch
{
    /// <summary>How often the lock of a restore that was never seen is looked for before its end is believed.</summary>
    private const int UnseenLooks = 5;

    private readonly Session _session;
    private readonly string _vserver;
    private readonly PowerSwitch _power;
    private readonly IReadOnlyList<VserverTask> _before;
    private VserverTask? _task;
    private int _looks;
    private bool _wasLocked;
    private bool _wasLockedForIt;

    private BackupRestoreWatch(Session session, string vserver, PowerSwitch power, IReadOnlyList<VserverTask> before) =>
        (_session, _vserver, _power, _before) = (session, vserver, power, before);

    /// <summary>Whether anything has told that it has begun.</summary>
    public bool IsSeen => _task is not null || _wasLockedForIt;

    /// <summary>Its task, if that has failed.</summary>
    public VserverTask? Failed => BackupMapping.IsFailure(_task?.Status) ? _task : null;

    /// <summary>Notes what there was before the restore is asked for.</summary>
    public static async Task<BackupRestoreWatch> StartAsync(Session session, string vserver, PowerSwitch power, CancellationToken cancellationToken) =>
        new(session, vserver, power, await TasksAsync(session, vserver, cancellationToken));

    /// <summary>Waits until the server is free and the restore's task, where it is listed, has ended.</summary>
    public Task UntilOverAsync(CancellationToken cancellationToken) => Poller.UntilAsync(
        _session.Polling,
        _session.Time,
        LookAsync,
        seen => $"{seen.Status} {seen.LockedReason} {_task?.Status}",
        seen => IsFree(seen) && (_task is not null ? HasEnded(_task) : _wasLocked || _looks >= UnseenLooks),
        cancellationToken);

    /// <summary>Looks once whether it has begun.</summary>
    public async Task<bool> IsSeenAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        await ReadTaskAsync(cancellationToken);
        return IsSeen;
    }

    private async Task<PowerReading> LookAsync(CancellationToken cancellationToken)
    {
        var seen = await ReadAsync(cancellationToken);
        if (IsFree(seen))
        {
            await ReadTaskAsync(cancellationToken);
        }

        _looks++;
        return seen;
    }

    private async Task<PowerReading> ReadAsync(CancellationToken cancellationToken)
    {
        var seen = await _power.ReadAsync(cancellationToken);
        _wasLocked |= seen.LockedReason is not null;
        _wasLockedForIt |= seen.LockedReason is { } reason && IsOfARestore(reason);
        return seen;
    }

    private async Task ReadTaskAsync(CancellationToken cancellationToken) => _task = NewOf(await TasksAsync(_session, _vserver, cancellationToken)) ?? _task;

    private static bool IsFree(PowerReading seen) => seen is { LockedReason: null, Status: not "installing" };

    // A list may be cut off at some length, so that one more is not always longer.
    private VserverTask? NewOf(IReadOnlyList<VserverTask> tasks) =>
        tasks.Count > 0 && (tasks.Count > _before.Count || tasks[0].StartedAt > _before[0].StartedAt) ? tasks[0] : null;

    private static bool HasEnded(VserverTask task) =>
        task.EndedAt is not null || BackupMapping.IsFailure(task.Status) || task.Status?.ToUpperInvariant() is "OK" or "OKAY" or "DONE" or "FINISHED" or "SUCCESS";

    // The reason is not documented, and may be German.
    private static bool IsOfARestore(string word) =>
        word.Contains("restor", StringComparison.OrdinalIgnoreCase) || word.Contains("wiederher", StringComparison.OrdinalIgnoreCase);

    // Newest first, as in the reference's sample; sorted all the same, as it does not say so.
    private static async Task<IReadOnlyList<VserverTask>> TasksAsync(Session session, string vserver, CancellationToken cancellationToken) =>
        [.. (await session.Client.Vservers.TasksAsync(vserver, cancellationToken)).Where(t => t.Task is { } word && IsOfARestore(word)).OrderByDescending(t => t.StartedAt)];
}
