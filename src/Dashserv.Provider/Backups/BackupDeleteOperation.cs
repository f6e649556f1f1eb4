using Dashserv.Api.Models;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Operations;
using Dashserv.Provider.Power;
using Dashserv.Provider.Vservers;

namespace Dashserv.Provider.Backups;

/// <summary>Deletes a backup.</summary>
internal sealed class BackupDeleteOperation(Session session, string vserver, string id, string name)
    : DeleteOwnedOperation<Backup>(session.BackupReads, vserver, id)
{
    public override string Title => "delete the backup";

    public override string Turn => OwnerId;

    public override ServerLock Lock { get; } = new VserverOperations(session, vserver).Lock();

    public override FailureWords Words(OperationStage stage, Exception failure) => BackupWords.OfDelete(failure, OwnerId, name, Id, Lock);

    public override Task SendAsync(CancellationToken cancellationToken) => session.Access.Client.Backups.DeleteAsync(OwnerId, Id, cancellationToken);
}
