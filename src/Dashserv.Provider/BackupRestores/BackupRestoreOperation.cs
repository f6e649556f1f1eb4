using Dashserv.Api;
using Dashserv.Provider.Access;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Operations;
using Dashserv.Provider.Power;
using Dashserv.Provider.Vservers;

namespace Dashserv.Provider.BackupRestores;

/// <summary>
/// Restores a backup onto its vserver, until its task has ended and the server's lock has cleared. What goes wrong once it has begun is no reason to repeat
/// it: each repetition costs what was written since.
/// </summary>
/// <param name="session">The configured provider.</param>
/// <param name="vserver">The vserver's id.</param>
/// <param name="backup">The backup's id.</param>
/// <param name="keep">Keeps what there is at a stage.</param>
internal sealed class BackupRestoreOperation(Session session, string vserver, string backup, Action<OperationStage> keep) : WriteOperation
{
    private readonly VserverTaskLog _tasks = new(session.Access, vserver, "restor", "wiederher");
    private Exception? _lost;
    private ActionWatch? _watch;

    public override string Title => $"restore the backup {backup}";

    public override string Turn => vserver;

    public override ServerLock Lock { get; } = new VserverOperations(session, vserver).Lock();

    public override bool ShowsInWatch => true;

    private ActionWatch Watch => _watch ??= new ActionWatch(session.Access, Lock, _tasks);

    public override Task LookBeforeAsync(CancellationToken cancellationToken) => _tasks.StartAsync(cancellationToken);

    public override Task SendAsync(CancellationToken cancellationToken) => session.Access.Client.Backups.RestoreAsync(vserver, backup, cancellationToken);

    public override async Task<RefusalMeaning> JudgeRefusalAsync(ApiException refusal, CancellationToken cancellationToken)
    {
        if (refusal.Kind == ApiErrorKind.Gone)
        {
            await BackupRestoreCheck.RunAsync(session, vserver, backup, cancellationToken);
        }

        return RefusalMeaning.Refused;
    }

    public override async Task<bool> FindEffectAsync(Exception? lost, CancellationToken cancellationToken)
    {
        _lost = lost;
        return lost is null || await Watch.HasBegunAsync(cancellationToken).OrAsync(false);
    }

    public override async Task<bool> WatchAsync(CancellationToken cancellationToken)
    {
        await Watch.UntilOverAsync(cancellationToken);
        return _tasks.HasFailed ? throw BackupRestoreWords.Failed(_tasks.Failure) : _tasks.Task is not null || Watch.WasLockedForIt;
    }

    public override void Touch() => session.VserverReads.Touch(vserver);

    public override void Keep(OperationStage stage) => keep(stage);

    public override FailureWords Words(OperationStage stage, Exception failure) => stage switch
    {
        OperationStage.Begun => BackupRestoreWords.Begun(backup, failure),
        OperationStage.Lost => BackupRestoreWords.Lost(vserver, _lost ?? failure, failure),
        _ => BackupRestoreWords.NotDone(backup, failure, Lock),
    };
}
