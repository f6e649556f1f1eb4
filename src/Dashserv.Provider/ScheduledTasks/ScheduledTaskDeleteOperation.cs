using Dashserv.Api.Models;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Operations;

namespace Dashserv.Provider.ScheduledTasks;

/// <summary>Deletes a scheduled task.</summary>
internal sealed class ScheduledTaskDeleteOperation(Session session, string vserver, string id)
    : DeleteOwnedOperation<ScheduledTask>(session.ScheduledTaskReads, vserver, id)
{
    public override string Title => "delete the scheduled task";

    public override FailureWords Words(OperationStage stage, Exception failure) =>
        new("The scheduled task was not deleted", $"The task {Id} of the vserver {OwnerId} is still in the state, and may still be carried out.");

    public override Task SendAsync(CancellationToken cancellationToken) =>
        session.Access.Client.ScheduledTasks.DeleteAsync(OwnerId, Id, cancellationToken);
}
