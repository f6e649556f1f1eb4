using Dashserv.Api.Models;
using Dashserv.Provider.Failures;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Backups;

/// <summary>What one more backup would cost: a vserver at its limit silently loses the oldest for each new one.</summary>
internal sealed record Eviction(string Vserver, long Limit, IReadOnlyCollection<Backup> Backups, Backup Oldest)
{
    /// <summary>The eviction that one more backup would cause; null where there is room.</summary>
    public static Eviction? Of(Vserver server, IReadOnlyCollection<Backup> backups) =>
        server.BackupLimit is { } limit && backups.Count >= limit && backups.MinBy(b => b.CreatedAt ?? DateTimeOffset.MinValue) is { } oldest
            ? new Eviction(server.Uuid, limit, backups, oldest)
            : null;

    public ProblemException Refusal() => new(
        "The backup would delete another",
        $"{Reason} Nothing was done. Delete a backup first (also where this very plan deletes one: Terraform may do that too late), "
        + "or set on_limit = \"evict_oldest\" if the oldest may go.",
        AttributePath.Of("on_limit"));

    /// <summary>For a plan that may replace one of these, which then makes room.</summary>
    public Diagnostic Doubt() => new(
        Severity.Warning,
        "The backup may be refused",
        $"{Reason} One of that name is there already: if this plan replaces it, there is room by then; if it does not, the apply refuses the new one, and none is lost. "
        + "To let the oldest go, set on_limit = \"evict_oldest\".",
        AttributePath.Of("on_limit"));

    public Diagnostic Warning() => new(
        Severity.Warning,
        "The oldest backup will be deleted",
        $"{Reason} on_limit = \"evict_oldest\" allows that. If it is managed by Terraform as well, a later plan will make it anew, which deletes the then oldest.",
        AttributePath.Of("on_limit"));

    private string Reason =>
        $"The vserver {Vserver} keeps {Limit} {(Limit == 1 ? "backup" : "backups")} and has {Backups.Count}. One more makes the API delete the oldest, {BackupMapping.Describe(Oldest)}.";
}
