using Dashserv.Api;
using Dashserv.Provider.Access;
using Dashserv.Provider.Inventory;

namespace Dashserv.Provider.Operations;

/// <summary>Deletes something that belongs to another. What is gone already, or with its owner, is deleted; where the answer is lost, the list tells.</summary>
internal abstract class DeleteOwnedOperation<T>(OwnedReads<T> reads, string owner, string id) : WriteOperation
    where T : class
{
    /// <summary>The owner's id.</summary>
    protected string OwnerId => owner;

    protected string Id => id;

    public override Task<RefusalMeaning> JudgeRefusalAsync(ApiException refusal, CancellationToken cancellationToken) =>
        Task.FromResult(refusal.Kind == ApiErrorKind.Gone ? RefusalMeaning.AlreadyDone : RefusalMeaning.Refused);

    public override async Task<bool> FindEffectAsync(Exception? lost, CancellationToken cancellationToken) =>
        lost is null || !await ExistsAsync(cancellationToken).OrAsync(true);

    public override void Touch() => reads.Touch(owner, id);

    private async Task<bool> ExistsAsync(CancellationToken cancellationToken) => await reads.FindFreshAsync(owner, id, cancellationToken) is not null;
}
