using Dashserv.Api;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Inventory;
using Dashserv.Provider.Operations;
using Dashserv.Provider.Power;
using Dashserv.Provider.Vservers;

namespace Dashserv.Provider.VserverPasswords;

/// <summary>Resets a vserver's root password, once nothing locks the server. The answer is the only place where the new one ever is.</summary>
internal sealed class VserverPasswordResetOperation(Session session, string vserver) : WriteOperation
{
    private const string Summary = "The password was not reset";
    private const string Unchanged = "The old password still holds.";
    private const string Unknown =
        "If it was reset, nobody knows the new password, and one that is in the state is of no use any more. Apply again: that makes another.";

    /// <summary>The new password.</summary>
    public string Password { get; private set; } = "";

    public override string Title => $"reset the root password of the vserver {vserver}";

    public override ServerLock Lock { get; } = new VserverOperations(session, vserver).Lock();

    public override async Task SendAsync(CancellationToken cancellationToken) => Password =
        await session.Access.Client.Vservers.ResetPasswordAsync(vserver, cancellationToken);

    public override Task<RefusalMeaning> JudgeRefusalAsync(ApiException refusal, CancellationToken cancellationToken) =>
        refusal.Kind == ApiErrorKind.Gone ? throw Owner.Vserver.NotFound(vserver, refusal) : base.JudgeRefusalAsync(refusal, cancellationToken);

    public override FailureWords Words(OperationStage stage, Exception failure) => stage switch
    {
        OperationStage.NotSent when failure is ApiException { Kind: ApiErrorKind.Rejected } =>
            new FailureWords(Summary, $"{Unchanged} To be reset, the server has to be running, and its guest agent (qemu-guest-agent) with it."),
        OperationStage.NotSent => new FailureWords(Summary, Unchanged),
        _ => new FailureWords("The password may have been reset", Unknown) { WhenStopped = Unknown },
    };
}
