using Dashserv.Api.Models;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Power;
using Microsoft.Extensions.Logging;

namespace Dashserv.Provider.Backups;

/// <summary>Follows one backup of a vserver in its list.</summary>
internal sealed class BackupWatch(Session session, string vserver, string name, Action<Backup> keep)
{
    /// <summary>In how many looks in a row a backup may be missing from its list, which may lag behind.</summary>
    private const int Misses = 3;

    private List<Backup> _listed = [];
    private int _missed;

    /// <summary>The API's notes on its making.</summary>
    public VserverTaskLog Tasks { get; } = new(session.Access, vserver, "backup_create");

    /// <summary>The backup, as last seen.</summary>
    public Backup? Seen { get; private set; }

    /// <summary>Whether another one was still there when last looked.</summary>
    public bool Lists(string id) => _listed.Exists(b => b.Uuid == id);

    public void Keep(Backup backup) => keep(Seen = backup);

    public Task UntilFinishedAsync(string id, CancellationToken cancellationToken) => session.Access.PollAsync(
        stop => LookAsync(id, stop),
        b => $"{b?.Status} {b?.Percentage}",
        b =>
        {
            _missed = b is null ? _missed + 1 : 0;
            return _missed < Misses ? b is not null && !BackupMapping.IsRunning(b) : throw BackupWords.Vanished(vserver, name, id);
        },
        cancellationToken);

    /// <summary>Looks once more, where a finished backup was seen without the time of its end.</summary>
    public Task TellEndAsync(string id, CancellationToken cancellationToken) =>
        Seen?.FinishedAt is null ? LookAsync(id, cancellationToken) : Task.CompletedTask;

    private async Task<Backup?> LookAsync(string id, CancellationToken cancellationToken)
    {
        _listed = await session.BackupReads.ListFreshAsync(vserver, cancellationToken);
        if (_listed.Find(b => b.Uuid == id) is not { } backup)
        {
            await Tasks.TryReadAsync(cancellationToken);
            return Tasks.HasFailed && Seen is { } seen ? throw BackupWords.Failed(vserver, seen, Tasks) : null;
        }

        session.Access.Logger.LogInformation("Backup {Backup} is at {Percentage} %", id, backup.Percentage);
        Keep(backup);
        await (BackupMapping.IsRunning(backup) ? Tasks.TryReadAsync(cancellationToken) : Task.CompletedTask);
        return BackupMapping.HasFailed(backup) || Tasks.HasFailed ? throw BackupWords.Failed(vserver, backup, Tasks) : backup;
    }
}
