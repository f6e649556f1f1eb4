using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Operations;
using Dashserv.Provider.Power;

namespace Dashserv.Provider.Vservers;

/// <summary>Changes cores, RAM and disk in place; the server restarts.</summary>
internal sealed class VserverResizeOperation(Session session, string id, VserverSize size, VserverOperations server) : WriteOperation
{
    private const string Sent =
        "The resize was sent, and may be under way or done; the server then costs what the plan said. Plan again to see what it has now.";

    private readonly VserverTaskLog _tasks = server.Tasks("upgrade", "resize");

    public override string Title => $"resize the vserver {id}";

    public override ServerLock Lock { get; } = server.Lock();

    public override Task LookBeforeAsync(CancellationToken cancellationToken) => _tasks.TryStartAsync(cancellationToken);

    public override Task SendAsync(CancellationToken cancellationToken)
    {
        session.VserverReads.Touch(id);
        return session.Access.Client.Vservers.UpgradeAsync(id, size.Cores, size.Ram, size.Disk, cancellationToken);
    }

    // What is refused may be the repetition of a call whose answer was lost, and which has done it.
    public override async Task<bool> FindEffectAsync(Exception? lost, CancellationToken cancellationToken)
    {
        session.VserverReads.Touch(id);
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
            v => v is null || size.IsThatOf(v) || (_tasks.HasFailed ? throw Failed() : false),
            cancellationToken);
        await WaitFreeAsync(cancellationToken);
        return true;
    }

    public override FailureWords Words(OperationStage stage, Exception failure) => stage switch
    {
        OperationStage.Begun => new FailureWords("The resize may not be finished", Sent) { WhenStopped = $"{Sent} {Lock.WhyNot}" },
        OperationStage.Lost =>
            VserverResizeWords.Of(failure, "The answer to an earlier try was lost: plan again to see what the server has now.")
                with
            { WhenStopped = $"{Sent} {Lock.WhyNot}" },
        _ => VserverResizeWords.Of(failure, "The server, and what it costs, is unchanged.")
            with
        { WhenStopped = $"Nothing was changed, and nothing costs more. {Lock.WhyNot}" },
    };

    private ProblemException Failed() => new(
        "The resize failed",
        $"{_tasks.Failure} The vserver {id} was to have {size.Cores} cores, {size.Ram} GB RAM and a disk of {size.Disk} GB. Plan again to see what it has "
            + "now; if it is offline, start it in dashserv's customer panel.");

    private Task<PowerReading> WaitFreeAsync(CancellationToken cancellationToken) =>
        session.Access.PollAsync(Lock.ReadAsync, seen => $"{seen.Status} {seen.LockedReason}", seen => seen.IsFree, cancellationToken);
}
