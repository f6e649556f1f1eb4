using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Backups;

/// <summary>Whether there is what is to be restored, and what there is instead.</summary>
internal static class RestoreCheck
{
    /// <exception cref="ProblemException">The backup, or its vserver, does not exist.</exception>
    public static async Task RunAsync(Session session, string vserver, string backup, CancellationToken cancellation)
    {
        if (await session.Backups.FindAsync(vserver, backup, cancellation) is not null)
        {
            return;
        }

        if (await session.Vservers.FindAsync(vserver, cancellation) is null)
        {
            throw NoSuchVserver.Of(vserver);
        }

        var others = await session.Backups.ListFreshAsync(vserver, cancellation);
        throw new ProblemException(
            "No such backup",
            $"The vserver {vserver} has no backup {backup} (any more). Nothing was restored, and the disk is as it was. "
            + (others.Count == 0 ? "It has no backups at all." : $"It has: {string.Join(", ", others.Select(BackupMapping.Describe))}."),
            AttributePath.Of("backup_id"));
    }
}
