using Dashserv.Api.Models;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Inventory;
using Dashserv.Provider.Operations;
using Dashserv.Provider.Power;
using Dashserv.Provider.Vservers;

namespace Dashserv.Provider.Backups;

/// <summary>Makes one backup, until it is finished.</summary>
/// <param name="session">The configured provider.</param>
/// <param name="vserver">The vserver's id.</param>
/// <param name="name">The backup's name.</param>
/// <param name="mayEvict">Whether the API may delete the oldest to make room.</param>
/// <param name="journal">What is written down of it.</param>
/// <param name="keep">Keeps what there is of it, from the moment its id is known.</param>
internal sealed class BackupCreateOperation(
    Session session, string vserver, string name, bool mayEvict, OwnedJournal<Backup> journal, Action<Backup> keep)
    : CreateOwnedOperation<Backup>(session.Access, BackupMapping.Noun, session.BackupReads, vserver, journal)
{
    private readonly BackupWatch _watch = new(session, vserver, name, keep);

    /// <summary>The backup that this one has cost, if it has.</summary>
    public Eviction? Eviction { get; private set; }

    public bool HasEvicted => Eviction is { } eviction && !_watch.Lists(eviction.Oldest.Uuid);

    public override string Title => $"make the backup \"{name}\"";

    public override string Turn => OwnerId;

    public override ServerLock Lock { get; } = new VserverOperations(session, vserver).Lock();

    public override Task LookBeforeAsync(CancellationToken cancellationToken) => _watch.Tasks.TryStartAsync(cancellationToken);

    // After each lock anew: what held it may have been a backup that took the last place.
    public override async Task<bool> PrepareAsync(CancellationToken cancellationToken)
    {
        var server = await session.VserverReads.FindFreshAsync(OwnerId, cancellationToken) ?? throw Owner.Vserver.NotFound(OwnerId);
        Eviction = Backups.Eviction.Of(server, await session.BackupReads.ListFreshAsync(OwnerId, cancellationToken));
        return Eviction is not null && !mayEvict ? throw Eviction.Refusal() : await base.PrepareAsync(cancellationToken);
    }

    public override void Keep(OperationStage stage)
    {
        if (stage == OperationStage.Begun)
        {
            _watch.Keep(Created!);
        }
    }

    public override async Task<bool> WatchAsync(CancellationToken cancellationToken)
    {
        await _watch.UntilFinishedAsync(Created!.Uuid, cancellationToken);
        return true;
    }

    /// <summary>Waits until the server is free again, and tells the backup's end where that was not told before.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        await session.Access.PollAsync(Lock.ReadAsync, seen => $"{seen.Status} {seen.LockedReason}", seen => seen.IsFree, cancellationToken);
        await _watch.TellEndAsync(Created!.Uuid, cancellationToken);
    }

    public override FailureWords Words(OperationStage stage, Exception failure) => BackupWords.OfCreate(stage, failure, OwnerId, name, _watch.Seen, Lock);

    protected override Task CreateAsync(CancellationToken cancellationToken) => session.Access.Client.Backups.CreateAsync(OwnerId, name, cancellationToken);

    protected override async Task<ProblemException?> WhyNoneAsync(CancellationToken cancellationToken)
    {
        await _watch.Tasks.TryReadAsync(cancellationToken);
        return _watch.Tasks.HasFailed ? BackupWords.FailedUnseen(OwnerId, _watch.Tasks) : null;
    }

    protected override bool IsOurs(Backup entry) => entry.Name is null || entry.Name == name;
}
