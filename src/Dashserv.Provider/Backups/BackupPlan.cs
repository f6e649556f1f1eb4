using Dashserv.Api.Models;
using Dashserv.Provider.Access;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Inventory;
using TerraformPlugin.Authoring;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Backups;

/// <summary>Says in the plan already which backup a new one would cost, leaving out the one that it replaces.</summary>
internal static class BackupPlan
{
    /// <summary>The note of a plan that may replace, for the plan of the create that comes of it.</summary>
    private const string Replaced = "replaces";

    public static async Task CheckAsync(Session session, PlanContext<BackupModel> context)
    {
        if (context.Prior is { } prior)
        {
            context.Private[Replaced] = prior.Id.OrNull();
            return;
        }

        if (session.Access.ChecksPlans && context.Plan is { VserverId.IsKnown: true, OnLimit.IsUnknown: false } plan
            && await FindAsync(session, plan, context.Replaced[Replaced], context.CancellationToken) is { } told)
        {
            context.Diagnostics.Add(told);
        }
    }

    private static async Task<Diagnostic?> FindAsync(Session session, BackupModel plan, string? replaced, CancellationToken cancellationToken)
    {
        var vserver = plan.VserverId.Known;
        var server = await session.VserverReads.FindAsync(vserver, cancellationToken) ?? throw Owner.Vserver.NotFound(vserver);
        var backups = await session.BackupReads.ListAsync(vserver, cancellationToken).OrNullIfGoneAsync() ?? throw Owner.Vserver.NotFound(vserver);
        return plan.OnLimit.Or("error") == "evict_oldest"
            ? Allowed(server, backups, replaced)
            : Refused(server, backups, replaced, plan.Name.OrNull(), session.BackupReads.NotePlanned(vserver, plan.Name.Or("")));
    }

    private static Diagnostic? Allowed(Vserver server, IReadOnlyCollection<Backup> backups, string? replaced) =>
        Without(replaced, server, backups) is { } eviction ? eviction.Warning()
        : Eviction.Of(server, backups) is { } other && other.Oldest.Uuid != replaced ? other.WarningOfOrder()
        : null;

    // Core plans to replace a tainted backup as if it were new. Only the name tells that there may be one to go first.
    private static Diagnostic? Refused(Vserver server, IReadOnlyCollection<Backup> backups, string? replaced, string? name, int planned) =>
        Without(replaced, server, backups, planned) is not { } eviction ? Eviction.OwnExcess(server, backups, planned)
        : name is not null && backups.Any(b => b.Name == name) ? eviction.Doubt()
        : eviction.Refusal().Diagnostic;

    private static Eviction? Without(string? replaced, Vserver server, IReadOnlyCollection<Backup> backups, int planned = 0) =>
        Eviction.Of(server, [.. backups.Where(b => b.Uuid != replaced)], planned);
}
