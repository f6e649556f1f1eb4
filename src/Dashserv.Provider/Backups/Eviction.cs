using Dashserv.Api.Models;
using Dashserv.Provider.Failures;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Backups;

/// <summary>What one more backup would cost: a vserver at its limit silently loses the oldest for each new one.</summary>
internal sealed record Eviction(string Vserver, long Limit, IReadOnlyCollection<Backup> Backups, Backup Oldest)
{
    /// <summary>The eviction that one more backup would cause; null where there is room.</summary>
    /// <param name="server">The vserver.</param>
    /// <param name="backups">What it has.</param>
    /// <param name="planned">How many the same plan makes besides.</param>
    public static Eviction? Of(Vserver server, IReadOnlyCollection<Backup> backups, int planned = 0) =>
        server.BackupLimit is { } limit && backups.Count + planned >= limit && backups.MinBy(Age) is { } oldest
            ? new Eviction(server.Uuid, limit, backups, oldest) { Planned = planned }
            : null;

    /// <summary>How many the same plan makes besides.</summary>
    private int Planned { get; init; }

    /// <summary>For a plan that makes more than a vserver keeps which has none yet: null where it does not.</summary>
    public static Diagnostic? OwnExcess(Vserver server, IReadOnlyCollection<Backup> backups, int planned) =>
        server.BackupLimit is not { } limit || backups.Count > 0 || planned < limit ? null : new Diagnostic(
            Severity.Error,
            "More backups than the vserver keeps",
            $"The vserver {server.Uuid} keeps {limit}, and this plan makes more: each further one makes the API delete the oldest of them. Nothing was done. "
                + "Plan fewer, or set on_limit = \"evict_oldest\".",
            AttributePath.Of("on_limit"));

    public ProblemException Refusal() => new(
        "The backup would delete another",
        $"{Reason} {OneMore} Nothing was done. Delete a backup first (also where this very plan deletes one: Terraform may do that too late), "
        + "or set on_limit = \"evict_oldest\" if the oldest may go.",
        AttributePath.Of("on_limit"));

    /// <summary>For a plan that may replace one of these, which then makes room.</summary>
    public Diagnostic Doubt() => new(
        Severity.Warning,
        "The backup may be refused",
        $"{Reason} {OneMore} One of that name is there already: if this plan replaces it, there is room by then; if it does not, the apply refuses the new "
            + "one, and none is lost. "
        + "To let the oldest go, set on_limit = \"evict_oldest\".",
        AttributePath.Of("on_limit"));

    /// <summary>For a plan. Others of the same plan cost one each, too.</summary>
    public Diagnostic Warning() => new(
        Severity.Warning,
        "The oldest backup will be deleted",
        $"{Reason} {OneMore}{Further} on_limit = \"evict_oldest\" allows that. {Anew}",
        AttributePath.Of("on_limit"));

    /// <summary>For a plan that replaces one of these, which most likely goes first.</summary>
    public Diagnostic WarningOfOrder() => new(
        Severity.Warning,
        "The oldest backup may be deleted",
        $"{Reason} One of them is replaced. Where that is deleted first, as Terraform does by default, there is room; with create_before_destroy the API "
            + $"deletes the oldest, {BackupMapping.Describe(Oldest)}, and on_limit = \"evict_oldest\" allows that.",
        AttributePath.Of("on_limit"));

    /// <summary>For the apply in which it has happened.</summary>
    public Diagnostic Notice() => new(
        Severity.Warning,
        "The oldest backup was deleted",
        $"The vserver {Vserver} keeps {Amount}. To make room for the new one, the API deleted {BackupMapping.Describe(Oldest)}, as on_limit = "
            + $"\"evict_oldest\" allows. {Anew}",
        AttributePath.Of("on_limit"));

    private const string Anew = "If it is managed by Terraform as well, a later plan will make it anew, which deletes the then oldest.";

    private string Amount => Limit == 1 ? "1 backup" : $"{Limit} backups";

    private string Reason => $"The vserver {Vserver} keeps {Amount} and has {Backups.Count}{(Planned > 0 ? $"; this plan makes {Planned} more" : "")}.";

    private string OneMore => $"One more makes the API delete the oldest, {BackupMapping.Describe(Oldest)}.";

    private string Further =>
        Backups.Count == 1
            ? ""
            : $" Further ones in this plan cost, in this order, {string.Join(", ", Backups.OrderBy(Age).Skip(1).Select(BackupMapping.Describe))}.";

    private static DateTimeOffset Age(Backup backup) => backup.CreatedAt ?? DateTimeOffset.MinValue;
}
