using Dashserv.Api;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using TerraformPlugin.Authoring;

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

        if (!session.ChecksPlans || context.Plan is not { VserverId.IsKnown: true, OnLimit.IsUnknown: false } plan
            || await FindAsync(session, plan, context.Private[Replaced], context.Cancellation) is not { } eviction)
        {
            return;
        }

        // Core plans to replace a tainted backup as if it were new. Only the name tells that there may be one to go first.
        var mayReplace = plan.Name.IsKnown && eviction.Backups.Any(b => b.Name == plan.Name.Known);
        context.Diagnostics.Add(plan.OnLimit.Or("error") == "evict_oldest" ? eviction.Warning() : mayReplace ? eviction.Doubt() : eviction.Refusal().Diagnostic);
    }

    private static async Task<Eviction?> FindAsync(Session session, BackupModel plan, string? replaced, CancellationToken cancellation)
    {
        var vserver = plan.VserverId.Known;
        var server = await session.Vservers.FindAsync(vserver, cancellation) ?? throw NoSuchVserver.Of(vserver);
        try
        {
            var backups = await session.Backups.ListAsync(vserver, cancellation);
            return Eviction.Of(server, [.. backups.Where(b => b.Uuid != replaced)]);
        }
        catch (ApiException e) when (e.Kind == ApiErrorKind.Gone)
        {
            throw NoSuchVserver.Of(vserver, e);
        }
    }
}
