using Dashserv.Api;
using Dashserv.Provider.Access;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Operations;
using Dashserv.Provider.Power;

namespace Dashserv.Provider.Lifecycle;

/// <summary>Ends a product and its billing. One that is gone already is as good; where the answer is lost, a look tells.</summary>
internal sealed class TerminateOperation<TModel>(Session session, OrderedNoun<TModel> noun, TModel prior, string id) : WriteOperation
    where TModel : OrderedModel, new()
{
    /// <summary>What there is after a destroy that never came to it.</summary>
    public const string NotTerminated = "It was not terminated, and goes on costing money; it is in the state.";

    public override string Title => $"destroy the {noun.Noun}";

    // A lock is waited for only where it stands in the way: whether it does is not documented.
    public override ServerLock? Lock { get; } =
        noun.Power(session, id) is { } power ? new ServerLock(power.Server, power.ReadAsync) { OnlyLocks = true } : null;

    public override bool WaitsForLockFirst => false;

    public override Task SendAsync(CancellationToken cancellationToken) => noun.TerminateAsync(session, prior, id, cancellationToken);

    public override Task<RefusalMeaning> JudgeRefusalAsync(ApiException refusal, CancellationToken cancellationToken) =>
        Task.FromResult(refusal.Kind == ApiErrorKind.Gone ? RefusalMeaning.AlreadyDone : RefusalMeaning.Refused);

    public override async Task<bool> FindEffectAsync(Exception? lost, CancellationToken cancellationToken) =>
        lost is null || !await noun.ExistsAsync(session, prior, id, cancellationToken).OrAsync(true);

    public override void Touch() => noun.Touch(session, id);

    public override FailureWords Words(OperationStage stage, Exception failure)
    {
        var advice = failure is ApiException { Kind: ApiErrorKind.Forbidden }
            ? "Terminating by API is for reseller accounts. As an ordinary customer, cancel it in dashserv's customer panel and set on_destroy = \"abandon\" "
                + "(apply it, then destroy), which drops it from the state without a call."
            : "Destroy again, or apply.";
        return new FailureWords(
            $"The {noun.Noun} was not terminated",
            $"The {noun.Describe(prior)} {(stage == OperationStage.Lost ? "may still exist and cost" : "still exists and still costs")} money; it stays in "
                + $"the state. {advice}")
        {
            WhenStopped = Lock is { Seen: not null, IsFree: false }
                ? $"It was not terminated, and goes on costing money. {Lock.WhyNot}"
                : "It was not seen to be terminated, and so may go on costing money; it is in the state. Apply again to go on, or allow more time with "
                    + "timeouts.",
        };
    }
}
