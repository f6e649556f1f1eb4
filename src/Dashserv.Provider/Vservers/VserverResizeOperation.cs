using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Operations;
using Dashserv.Provider.Power;

namespace Dashserv.Provider.Vservers;

/// <summary>Changes cores, RAM and disk in place; the server restarts.</summary>
internal sealed class VserverResizeOperation(Session session, string id, VserverSize size, VserverOperations server) : WriteOperation
{
    private readonly VserverTaskLog _tasks = server.Tasks("upgrade", "resize");

    public override string Title => $"resize the vserver {id}";

    public override ServerLock Lock { get; } = server.Lock();

    public override Task LookBeforeAsync(CancellationToken cancellationToken) => _tasks.TryStartAsync(cancellationToken);

    public override Task SendAsync(CancellationToken cancellationToken) =>
        session.Access.Client.Vservers.UpgradeAsync(id, size.Cores, size.Ram, size.Disk, cancellationToken);

    // What is refused may be the repetition of a call whose answer was lost, and which has done it.
    public override async Task<bool> FindEffectAsync(Exception? lost, CancellationToken cancellationToken)
    {
        if (lost is null)
        {
            return true;
        }

        await WaitFreeAsync(cancellationToken);
        return size.IsThatOf(await server.ReadAsync(cancellationToken));
    }

    public override async Task<bool> WatchAsync(CancellationToken cancellationToken)
    {
        await session.Access.PollAsync(
            async stop =>
            {
                var seen = await session.VserverReads.FindFreshAsync(id, stop);
                if (seen is not null && !size.IsThatOf(seen))
                {
                    await _tasks.TryReadAsync(stop);
                }

                return seen;
            },
            v => $"{v?.Cores} {v?.RamGb} {v?.DiskGb} {v?.Status}",
            v => v is null || size.IsThatOf(v) || (_tasks.HasFailed ? throw VserverResizeWords.Failed(id, size, _tasks.Failure) : false),
            cancellationToken);
        await WaitFreeAsync(cancellationToken);

        // The sizes may be there, and the server not started again.
        await _tasks.TryReadAsync(cancellationToken);
        return _tasks.HasFailed ? throw VserverResizeWords.Failed(id, size, _tasks.Failure) : true;
    }

    public override void Touch() => session.VserverReads.Touch(id);

    public override FailureWords Words(OperationStage stage, Exception failure) => VserverResizeWords.Of(stage, failure, Lock);

    private Task<PowerReading> WaitFreeAsync(CancellationToken cancellationToken) =>
        session.Access.PollAsync(Lock.ReadAsync, seen => $"{seen.Status} {seen.LockedReason}", seen => seen.IsFree, cancellationToken);
}
