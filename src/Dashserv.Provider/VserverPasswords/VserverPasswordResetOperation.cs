using Dashserv.Api;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Inventory;
using Dashserv.Provider.Operations;
using Dashserv.Provider.Power;
using Dashserv.Provider.Text;
using Dashserv.Provider.Vservers;

namespace Dashserv.Provider.VserverPasswords;

/// <summary>Resets a vserver's root password, once nothing locks the server. The answer is the only place where the new one ever is.</summary>
/// <param name="session">The configured provider.</param>
/// <param name="vserver">The vserver's id.</param>
/// <param name="keep">Keeps the new password; null: it does not hold after all.</param>
internal sealed class VserverPasswordResetOperation(Session session, string vserver, Action<string?> keep) : WriteOperation
{
    /// <summary>How long a task that goes on after the answer is waited for: the guest is to take the password over, which is a matter of seconds.</summary>
    private static readonly TimeSpan TaskLimit = TimeSpan.FromMinutes(1);

    /// <summary>How long after a start its guest agent may not be up yet.</summary>
    private static readonly TimeSpan AgentLimit = TimeSpan.FromMinutes(15);

    private const string Summary = "The password was not reset";
    private const string Unchanged = "The old password still holds.";
    private const string Agent = "To be reset, the server has to be running, and its guest agent (qemu-guest-agent) with it.";
    private const string Unknown =
        "If it was reset, nobody knows the new password, and one that is in the state is of no use any more. Apply again: that makes another.";

    private readonly VserverTaskLog _tasks = new VserverOperations(session, vserver).Tasks("password");
    private string? _password;
    private ApiException? _refusal;

    public override string Title => $"reset the root password of the vserver {vserver}";

    public override ServerLock Lock { get; } = new VserverOperations(session, vserver).Lock();

    public override Task LookBeforeAsync(CancellationToken cancellationToken) => _tasks.TryStartAsync(cancellationToken);

    public override async Task SendAsync(CancellationToken cancellationToken) => _password =
        await session.Access.Client.Vservers.ResetPasswordAsync(vserver, cancellationToken);

    public override async Task<RefusalMeaning> JudgeRefusalAsync(ApiException refusal, CancellationToken cancellationToken)
    {
        _refusal = refusal.Kind == ApiErrorKind.Gone ? throw Owner.Vserver.NotFound(vserver, refusal) : refusal;
        var isOn = refusal.Kind == ApiErrorKind.Rejected && Lock.Seen?.Status == PowerStates.Online;
        return isOn && await new VserverOperations(session, vserver).HasJustStartedAsync(AgentLimit, cancellationToken)
            ? RefusalMeaning.NotYet
            : RefusalMeaning.Refused;
    }

    public override async Task<bool> WatchAsync(CancellationToken cancellationToken)
    {
        await session.Access.PollAsync(
            TaskLimit,
            async stop =>
            {
                await _tasks.TryReadAsync(stop);
                return _tasks.Task;
            },
            task => task?.Status ?? "",
            task => task is null || _tasks.HasEnded,
            cancellationToken);
        return !_tasks.HasFailed ? true : throw new ProblemException(Summary, $"{_tasks.Failure} {Unchanged}") { Stage = OperationStage.NotSent };
    }

    public override void Keep(OperationStage stage) => keep(stage == OperationStage.NotSent ? null : _password);

    public override FailureWords Words(OperationStage stage, Exception failure) => stage switch
    {
        OperationStage.NotSent when failure is ApiException { Kind: ApiErrorKind.Rejected } =>
            new FailureWords(Summary, $"{Unchanged} {Agent}"),
        OperationStage.NotSent => new FailureWords(Summary, Unchanged)
        { WhenStopped = _refusal is null ? null : $"{Unchanged} The API refused so far: {Sentence.Of(_refusal.Message)} {Agent}" },
        _ => new FailureWords("The password may have been reset", Unknown) { WhenStopped = Unknown },
    };
}
