using Dashserv.Api;
using Dashserv.Provider.Access;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Power;

namespace Dashserv.Provider.Operations;

/// <summary>One action on a server's power, until the power state is as it makes it.</summary>
internal sealed class PowerOperation(ApiAccess access, PowerCalls calls, PowerAction action, TimeSpan shutdownLimit) : WriteOperation
{
    private readonly VserverTaskLog? _tasks = calls.TaskLog?.Invoke(action.ToString().ToLowerInvariant());
    private Exception? _lost;

    /// <summary>What there is besides, where the wait is in vain.</summary>
    public string? Outcome { get; init; }

    /// <summary>Whether the guest did not shut down: not in time, or the API gave it up.</summary>
    public bool IsIgnored { get; private set; }

    public override string Title => $"{(action == PowerAction.Shutdown ? "shut down" : action.ToString().ToLowerInvariant())} the {calls.Server}";

    public override ServerLock Lock { get; } = new(calls.Server, calls.ReadAsync);

    private string Wanted => action == PowerAction.Start ? PowerStates.Online : PowerStates.Offline;

    public override Task LookBeforeAsync(CancellationToken cancellationToken) => _tasks?.TryStartAsync(cancellationToken) ?? Task.CompletedTask;

    public override Task<bool> PrepareAsync(CancellationToken cancellationToken) => Task.FromResult(Lock.Seen?.Status != Wanted);

    public override Task SendAsync(CancellationToken cancellationToken) => action switch
    {
        PowerAction.Start => calls.StartAsync(cancellationToken),
        PowerAction.Shutdown => calls.ShutdownAsync(cancellationToken),
        _ => calls.StopAsync(cancellationToken),
    };

    // Other calls to the same server have just worked, so the endpoint is right.
    public override Task<RefusalMeaning> JudgeRefusalAsync(ApiException refusal, CancellationToken cancellationToken) =>
        action != PowerAction.Stop || refusal.Kind is not (ApiErrorKind.InvalidRoute or ApiErrorKind.InvalidMethod)
            ? base.JudgeRefusalAsync(refusal, cancellationToken)
            : throw PowerWords.NoStop(refusal, calls.Kind, shutdownLimit);

    // What counts is the state that follows.
    public override Task<bool> FindEffectAsync(Exception? lost, CancellationToken cancellationToken) => Task.FromResult((_lost = lost) is null);

    public override bool ShowsInWatch => true;

    public override async Task<bool> WatchAsync(CancellationToken cancellationToken)
    {
        if (action != PowerAction.Shutdown)
        {
            await access.PollAsync(LookAsync, seen => seen.Status, seen => seen.Status == Wanted, cancellationToken);
            return true;
        }

        IsIgnored = !await access.PollAsync(shutdownLimit, LookAsync, seen => seen.Status, seen => seen.Status == Wanted, cancellationToken);
        return !IsIgnored ? true : throw PowerWords.NotShutDown(shutdownLimit, _lost);
    }

    public override FailureWords Words(OperationStage stage, Exception failure) => PowerWords.Of(stage, Lock, Wanted, Outcome, _lost);

    private async Task<PowerReading> LookAsync(CancellationToken cancellationToken)
    {
        var seen = await calls.ReadAsync(cancellationToken);
        if (seen.Status == Wanted || _tasks is null)
        {
            return seen;
        }

        await _tasks.TryReadAsync(cancellationToken);
        if (!_tasks.HasFailed)
        {
            return seen;
        }

        IsIgnored = action == PowerAction.Shutdown;
        throw PowerWords.Failed(calls.Server, Wanted, seen.Status, _tasks.Failure);
    }
}
