using System.Collections.Concurrent;
using Dashserv.Api;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using TerraformPlugin.Authoring;

namespace Dashserv.Provider.Backups;

/// <summary>Says in the plan already which backup a new one would cost, leaving out the one that it replaces.</summary>
internal sealed class BackupPlan
{
    /// <summary>The note of a plan that may replace, for the plan of the create that comes of it.</summary>
    private const string Replaced = "replaces";

    // Core plans to replace a tainted backup as if it were new; but it has read it just before.
    private readonly ConcurrentDictionary<(string Vserver, string Id), string> _read = new();

    /// <summary>Notes a backup that the state holds.</summary>
    public void Saw(BackupModel state) => _read[(state.VserverId.Known, state.Id.Known)] = state.Name.Or("");

    public async Task CheckAsync(Session session, PlanContext<BackupModel> context)
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

        context.Diagnostics.Add(plan.OnLimit.Or("error") == "error" ? eviction.Refusal().Diagnostic : eviction.Warning());
    }

    private async Task<Eviction?> FindAsync(Session session, BackupModel plan, string? replaced, CancellationToken cancellation)
    {
        var vserver = plan.VserverId.Known;
        var server = await session.Vservers.FindAsync(vserver, cancellation) ?? throw NoSuchVserver.Of(vserver);
        try
        {
            var backups = await session.Backups.ListAsync(vserver, cancellation);
            return Eviction.Of(server, [.. backups.Where(b => b.Uuid != replaced && !MayBeTainted(b.Uuid, plan))]);
        }
        catch (ApiException e) when (e.Kind == ApiErrorKind.Gone)
        {
            throw NoSuchVserver.Of(vserver, e);
        }
    }

    private bool MayBeTainted(string id, BackupModel plan) => _read.TryGetValue((plan.VserverId.Known, id), out var name) && plan.Name.IsKnown && name == plan.Name.Known;
}
