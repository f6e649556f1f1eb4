using Dashserv.Provider.Failures;
using Dashserv.Provider.Inventory;
using Dashserv.Provider.Operations;

namespace Dashserv.Provider.Tests.Inventory;

/// <summary>Deletes a thing by a call that is the test's.</summary>
internal sealed class ThingDeletion(OwnedReads<Thing> reads, string owner, string id, Func<Task> send) : DeleteOwnedOperation<Thing>(reads, owner, id)
{
    public override string Title => "delete the thing";

    public override FailureWords Words(OperationStage stage, Exception failure) => new("The thing was not deleted", null);

    public override Task SendAsync(CancellationToken cancellationToken) => send();
}
