using System.Globalization;
using Dashserv.Api.Models;
using Dashserv.Provider.Inventory;
using Dashserv.Provider.Power;

namespace Dashserv.Provider.Backups;

/// <summary>From the API's backup to the model, and what its status means.</summary>
internal static class BackupMapping
{
    public static OwnedNoun<Backup> Noun { get; } = new(Owner.Vserver, "backup", "dashserv_backup", b => b.Uuid, b => b.CreatedAt, Describe);

    public static void Fill(BackupModel model, Backup backup)
    {
        BackupModel.Schema.Table.Fill(model, backup);
        model.Name = backup.Name ?? model.Name.OrNull();
    }

    /// <summary>Whether it is still made. Words that nobody documented are believed by how far it is.</summary>
    public static bool IsRunning(Backup backup) => backup.FinishedAt is null && StatusWords.Of(backup.Status) switch
    {
        StatusVerdict.Running => true,
        StatusVerdict.Unknown => string.IsNullOrWhiteSpace(backup.Status) || backup.Percentage < 100,
        _ => false,
    };

    public static bool HasFailed(Backup backup) => StatusWords.Of(backup.Status) switch
    {
        StatusVerdict.Failed => true,
        StatusVerdict.Unknown => !string.IsNullOrWhiteSpace(backup.Status) && backup.FinishedAt is not null && backup.Percentage < 100,
        _ => false,
    };

    /// <summary>A backup in words, for whoever may lose it.</summary>
    public static string Describe(Backup backup) =>
        $"\"{backup.Name}\" ({backup.Uuid}, created {backup.CreatedAt?.ToString("u", CultureInfo.InvariantCulture) ?? "at an unknown time"})";
}
