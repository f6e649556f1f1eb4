using Dashserv.Api.Models;
using Dashserv.Provider.Access;
using Dashserv.Provider.Backups;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Inventory;
using TerraformPlugin.Values;

namespace Dashserv.Provider.BackupRestores;

/// <summary>Whether there is what is to be restored, and what there is instead.</summary>
internal static class BackupRestoreCheck
{
    /// <exception cref="ProblemException">The backup, or its vserver, does not exist, or the backup has failed.</exception>
    public static async Task RunAsync(Session session, string vserver, string backup, CancellationToken cancellationToken)
    {
        var backups = await session.BackupReads.ListFreshAsync(vserver, cancellationToken).OrNullIfGoneAsync() ?? throw Owner.Vserver.NotFound(vserver);
        if (backups.Find(b => b.Uuid == backup) is { } found)
        {
            RefuseFailed(vserver, found);
            return;
        }

        throw new ProblemException(
            "No such backup",
            $"The vserver {vserver} has no backup {backup} (any more). Nothing was restored, and the disk is as it was. "
            + (backups.Count == 0 ? "It has no backups at all." : $"It has: {string.Join(", ", backups.Select(BackupMapping.Describe))}."),
            AttributePath.Of("backup_id"));
    }

    private static void RefuseFailed(string vserver, Backup backup)
    {
        if (BackupMapping.HasFailed(backup))
        {
            throw new ProblemException(
                "The backup cannot be restored",
                $"Of the vserver {vserver}, the backup {BackupMapping.Describe(backup)} has the status \"{backup.Status}\": it was not made whole. Nothing "
                    + "was restored, and the disk is as it was. Choose another.",
                AttributePath.Of("backup_id"));
        }
    }
}
