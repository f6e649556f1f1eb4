using Dashserv.Api;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Power;

namespace Dashserv.Provider.Operations;

/// <summary>
/// One write, as it says of itself: what to look at before, how to send it, how to tell that an effect is its own, how to watch it, what to keep, and
/// what to say. It is run by an <see cref="OperationRunner"/>, for whoever asks: a resource, or an action.
/// </summary>
internal abstract class WriteOperation
{
    /// <summary>What it does, after "to", such as <c>restore the backup Nl8cU</c>.</summary>
    public abstract string Title { get; }

    /// <summary>Where it starts: <see cref="OperationStage.Begun"/> for what an earlier run has begun, and is only to be watched.</summary>
    public virtual OperationStage FirstStage => OperationStage.NotSent;

    /// <summary>The key of what only one at a time is done to, as two results could not be told apart; null: any number.</summary>
    public virtual string? Turn => null;

    /// <summary>What stands in the way; null where nothing can.</summary>
    public virtual ServerLock? Lock => null;

    /// <summary>Whether a lock is waited for beforehand, or only once the API has refused because of one.</summary>
    public virtual bool WaitsForLockFirst => true;

    /// <summary>Looks at what there is, once, so that a later look can tell what has changed.</summary>
    public virtual Task LookBeforeAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The last look before each try, when nothing stands in the way.</summary>
    /// <returns>False where there is nothing to do.</returns>
    public virtual Task<bool> PrepareAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>The call. The runner makes it once, unless the API says that it did not carry it out because of a lock.</summary>
    public abstract Task SendAsync(CancellationToken cancellationToken);

    /// <summary>What a refusal means. May throw where it knows better than the API's words why.</summary>
    public virtual Task<RefusalMeaning> JudgeRefusalAsync(ApiException refusal, CancellationToken cancellationToken) => Task.FromResult(RefusalMeaning.Refused);

    /// <summary>Looks for the effect. Interrupted, it has a second left: nobody would know of what was made otherwise.</summary>
    /// <param name="lost">Why it is not known whether it was carried out; null where the API said that it was.</param>
    /// <param name="cancellationToken">Fires a moment after an interruption.</param>
    /// <returns>Whether it is certain that it has begun.</returns>
    public virtual Task<bool> FindEffectAsync(Exception? lost, CancellationToken cancellationToken) => Task.FromResult(lost is null);

    /// <summary>Whether the watch tells what became of a call whose answer was lost; else nothing is watched then.</summary>
    public virtual bool ShowsInWatch => false;

    /// <summary>Waits until it is over. Throws a <see cref="ProblemException"/> where it has failed.</summary>
    /// <returns>Whether something was seen of it, which decides for a call whose answer was lost.</returns>
    public virtual Task<bool> WatchAsync(CancellationToken cancellationToken) => Task.FromResult(false);

    /// <summary>Notes that what was read of it before may not be so any more. Called before each try, and at each stage.</summary>
    public virtual void Touch()
    {
    }

    /// <summary>Keeps what exists at a stage. Called with <see cref="OperationStage.NotSent"/> where the watch has shown that it was not done after
    /// all.</summary>
    public virtual void Keep(OperationStage stage)
    {
    }

    /// <summary>What there is when it fails.</summary>
    /// <param name="stage">How far it got.</param>
    /// <param name="failure">What ended it.</param>
    public abstract FailureWords Words(OperationStage stage, Exception failure);
}
