using System.Globalization;
using Dashserv.Api.Models;
using Dashserv.Provider.Inventory;
using Dashserv.Provider.Power;

namespace Dashserv.Provider.Backups;

/// <summary>From the API's backup to the model, and what its status means.</summary>
internal static class BackupMapping
{
    public static OwnedNoun<Backup> Noun { get; } = new(Owner.Vserver, "backup", "dashserv_backup", b => b.Uuid, Describe);

    public static void Fill(BackupModel model, Backup backup)
    {
        BackupModel.Schema.Table.Fill(model, backup);
        model.Name = backup.Name ?? model.Name.OrNull();
    }

    /// <summary>Whether it is still made. Words that nobody documented are believed by how far it is.</summary>
    public static bool IsRunning(Backup backup) => backup.FinishedAt is null && !HasFailed(backup) && backup.Status?.ToUpperInvariant() switch
    {
        null or "" or "CREATING" or "PENDING" or "QUEUED" or "RUNNING" or "WAITING" or "LOCKED" => true,
        "OK" or "OKAY" or "FINISHED" => false,
        _ => backup.Percentage < 100,
    };

    public static bool HasFailed(Backup backup) => VserverTaskLog.IsFailure(backup.Status);

    /// <summary>A backup in words, for whoever may lose it.</summary>
    public static string Describe(Backup backup) =>
        $"\"{backup.Name}\" ({backup.Uuid}, created {backup.CreatedAt?.ToString("u", CultureInfo.InvariantCulture) ?? "at an unknown time"})";
}
