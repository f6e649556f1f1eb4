using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Backups;

/// <summary>A vserver at its limit of backups silently loses the oldest for each new one: this asks first.</summary>
internal static class BackupLimit
{
    /// <exception cref="ProblemException">Creating one would evict another, and that is not wanted.</exception>
    public static async Task CheckAsync(Session session, string vserver, BackupModel plan, CancellationToken cancellation)
    {
        if (plan.OnLimit.Or("error") == "evict_oldest")
        {
            return;
        }

        var server = await session.Vservers.FindFreshAsync(vserver, cancellation)
            ?? throw new ProblemException("No such vserver", $"The API says that there is no vserver {vserver}.", AttributePath.Of("vserver_id"));
        var backups = await session.Backups.ListFreshAsync(vserver, cancellation);
        if (server.BackupLimit is { } limit && backups.Count >= limit && backups.MinBy(b => b.CreatedAt ?? DateTimeOffset.MinValue) is { } oldest)
        {
            throw new ProblemException(
                "The backup would delete another",
                $"The vserver {vserver} keeps {limit} backups and has {backups.Count}. One more would make the API delete the oldest, {BackupMapping.Describe(oldest)}. "
                + "Nothing was done. Delete a backup first, or set on_limit = \"evict_oldest\" if the oldest may go.",
                AttributePath.Of("on_limit"));
        }
    }
}
