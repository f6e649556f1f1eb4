using Dashserv.Api;
using Dashserv.Api.Models;
using Dashserv.Provider.Access;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Operations;
using Dashserv.Provider.Power;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Lifecycle;

/// <summary>Ends a product and its billing. That it has ended is seen, and not only said; one that was gone already is as good.</summary>
internal sealed class TerminateOperation<TModel>(Session session, OrderedNoun<TModel> noun, TModel prior, string id, Func<CancellationToken, Task> confirmGone)
    : WriteOperation
    where TModel : OrderedModel, new()
{
    /// <summary>How long a product may be told of after the API has said that it is terminated.</summary>
    private static readonly TimeSpan EndLimit = TimeSpan.FromMinutes(1);

    /// <summary>What there is after a destroy that never came to it.</summary>
    public const string NotTerminated = "It was not terminated, and goes on costing money; it is in the state.";

    public override string Title => $"destroy the {noun.Noun}";

    // A lock is waited for only where it stands in the way: whether it does is not documented.
    public override ServerLock? Lock { get; } =
        noun.Power(session, id) is { } power ? new ServerLock(power.Server, power.ReadAsync) { OnlyLocks = true } : null;

    public override bool WaitsForLockFirst => false;

    public override Task SendAsync(CancellationToken cancellationToken) =>
        session.Access.Client.Products.TerminateAsync(noun.Category(prior), id, cancellationToken);

    // One answer alone may be wrong, or another account's.
    public override async Task<RefusalMeaning> JudgeRefusalAsync(ApiException refusal, CancellationToken cancellationToken)
    {
        if (refusal.Kind != ApiErrorKind.Gone || await IsThereAsync(cancellationToken))
        {
            return RefusalMeaning.Refused;
        }

        await confirmGone(cancellationToken);
        return RefusalMeaning.AlreadyDone;
    }

    public override async Task<bool> FindEffectAsync(Exception? lost, CancellationToken cancellationToken) =>
        lost is null || !await IsThereAsync(cancellationToken).OrAsync(true);

    // The API has said that it is done. A look that fails is no reason to doubt that; one that still finds it running is.
    public override async Task<bool> WatchAsync(CancellationToken cancellationToken)
    {
        IProduct? seen = null;
        await session.Access.PollAsync(EndLimit, async stop => seen = await LookAsync(stop), p => p?.Status, EndedProduct.IsEnding, cancellationToken);
        return EndedProduct.IsEnding(seen) ? true : throw StillThere(seen!);
    }

    public override void Touch() => noun.Touch(session, prior, id);

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

    private async Task<bool> IsThereAsync(CancellationToken cancellationToken) =>
        await noun.FindAsync(session, prior, id, cancellationToken) is not null;

    private async Task<IProduct?> LookAsync(CancellationToken cancellationToken) =>
        await session.Access.Client.Products.GetAsync(noun.Category(prior), id, cancellationToken).OrNullAsync();

    private ProblemException StillThere(IProduct seen) => new(
        $"The {noun.Noun} was not terminated",
        $"The API said that the {noun.Describe(prior)} is terminated, and still has it, with the status \"{seen.Status}\", {GoDuration.Format(EndLimit)} "
            + "later. So it may go on costing money, and stays in the state. Destroy again; if it is still there then, dashserv's support can end it.");
}
