using Dashserv.Api;
using Dashserv.Api.Models;
using Dashserv.Provider.Access;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Operations;
using Dashserv.Provider.Power;

namespace Dashserv.Provider.Lifecycle;

/// <summary>Ends a product and its billing. That it has ended is seen, and not only said; one that was gone already is as good.</summary>
internal sealed class TerminateOperation<TModel>(Session session, OrderedNoun<TModel> noun, TModel prior, string id, Func<CancellationToken, Task> confirmGone)
    : WriteOperation
    where TModel : OrderedModel, new()
{
    /// <summary>How long a product may be told of after the API has said that it is terminated.</summary>
    private static readonly TimeSpan EndLimit = TimeSpan.FromMinutes(1);

    private bool _isSeen;

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
            _isSeen = refusal.Kind == ApiErrorKind.Gone || await LookAsync(cancellationToken) is not null;
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
        return EndedProduct.IsEnding(seen) ? true : throw TerminateWords.StillThere(noun.Noun, noun.Describe(prior), seen!.Status, EndLimit);
    }

    public override void Touch() => noun.Touch(session, prior, id);

    public override FailureWords Words(OperationStage stage, Exception failure) =>
        TerminateWords.Of(stage, failure, noun.Noun, noun.Describe(prior), _isSeen, Lock);

    private async Task<bool> IsThereAsync(CancellationToken cancellationToken) =>
        await noun.FindAsync(session, prior, id, cancellationToken) is not null;

    private async Task<IProduct?> LookAsync(CancellationToken cancellationToken) =>
        await session.Access.Client.Products.GetAsync(noun.Category(prior), id, cancellationToken).OrNullAsync();
}
