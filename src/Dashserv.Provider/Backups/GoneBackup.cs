using System.Globalization;
using Dashserv.Api.Models;
using Dashserv.Provider.Access;
using Dashserv.Provider.Configuration;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Backups;

/// <summary>Tells of a backup that is not there any more, and why, as far as the vserver's other backups tell.</summary>
internal static class GoneBackup
{
    public static async Task<Diagnostic> ExplainAsync(Session session, BackupModel state, CancellationToken cancellationToken) => new(
        Severity.Warning,
        "A backup is gone",
        $"The backup \"{state.Name}\" ({state.Id}) of the vserver {state.VserverId} does not exist any more. "
            + $"{await ReasonAsync(session, state, cancellationToken)} "
        + "As long as it is in the configuration, the next apply makes a new one by that name, of the disk as it is then.",
        AttributePath.Root);

    private static async Task<string> ReasonAsync(Session session, BackupModel state, CancellationToken cancellationToken)
    {
        var server = await session.VserverReads.FindAsync(state.VserverId.Known, cancellationToken);
        if (server is not null && await session.BackupReads.ListAsync(server.Uuid, cancellationToken).OrNullIfGoneAsync() is { } backups)
        {
            return Reason(server, backups, state.CreatedAt.OrNull());
        }

        return "Its vserver is gone, and took its backups with it.";
    }

    private static string Reason(Vserver server, IReadOnlyCollection<Backup> backups, string? created)
    {
        var newer = backups.Where(b => created is null || b.CreatedAt >= DateTimeOffset.Parse(created, CultureInfo.InvariantCulture)).ToArray();
        return server.BackupLimit is { } limit && backups.Count >= limit && newer.Length == backups.Count
            ? $"The vserver keeps {limit} {(limit == 1 ? "backup" : "backups")}, each new one deletes the oldest, and newer ones are there: "
                + $"{string.Join(", ", newer.Select(BackupMapping.Describe))}. "
                + "So most likely the API evicted it when one of those was made. Where Terraform manages more backups than the vserver keeps, they evict each "
                + "other in every apply: take one out of the configuration."
            : "It was deleted outside of Terraform.";
    }
}
