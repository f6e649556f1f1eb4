using System.Globalization;
using Dashserv.Api.Models;
using Dashserv.Provider.Inventory;
using Dashserv.Provider.Text;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Backups;

/// <summary>From the API's backup to the model, and what its status means.</summary>
internal static class BackupMapping
{
    public static OwnedNoun<Backup> Kind { get; } = new("backup", "dashserv_backup", b => b.Uuid, Describe);

    public static void Fill(BackupModel model, Backup backup)
    {
        model.Id = backup.Uuid;
        model.Name = Value.OfNullable(backup.Name ?? model.Name.OrNull());
        model.Status = Value.OfNullable(backup.Status?.ToLowerInvariant());
        model.SizeBytes = Value.OfNullable(backup.SizeBytes);
        model.CreatedAt = Timestamp.Of(backup.CreatedAt);
        model.FinishedAt = Timestamp.Of(backup.FinishedAt);
    }

    /// <summary>Whether it is still made. Words that nobody documented are believed by how far it is.</summary>
    public static bool IsRunning(Backup backup) => backup.FinishedAt is null && !HasFailed(backup) && backup.Status?.ToUpperInvariant() switch
    {
        null or "" or "CREATING" or "PENDING" or "QUEUED" or "RUNNING" or "WAITING" or "LOCKED" => true,
        "OK" or "OKAY" or "FINISHED" => false,
        _ => backup.Percentage < 100,
    };

    public static bool HasFailed(Backup backup) => IsFailure(backup.Status);

    /// <summary>Whether the status of a backup, or of a task of one, says that it failed.</summary>
    public static bool IsFailure(string? status) => status?.ToUpperInvariant() is "ERROR" or "FAILED" or "CANCELLED";

    /// <summary>A backup in words, for whoever may lose it.</summary>
    public static string Describe(Backup backup) =>
        $"\"{backup.Name}\" ({backup.Uuid}, created {backup.CreatedAt?.ToString("u", CultureInfo.InvariantCulture) ?? "at an unknown time"})";
}
