using Dashserv.Api;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Ordering;
using Dashserv.Provider.Power;
using TerraformPlugin.Authoring;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Vservers;

/// <summary>Terminates a vserver, or leaves it running where the user said so.</summary>
internal sealed class VserverDeletion(Session session, ApplyContext<VserverModel> context)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        var prior = context.Prior;
        VserverProtection.Check(prior, "destroy", context.Diagnostics);
        if (context.Diagnostics.HasErrors)
        {
            return;
        }

        if (prior.OnDestroy.Or("terminate") == "abandon")
        {
            context.Diagnostics.Warning("on_destroy", "A server goes on running, and costing money", Cost(prior));
            return;
        }

        if (await FindProductAsync(prior, cancellation) is not { } id)
        {
            return;
        }

        var operations = new VserverOperations(session, id);
        if (prior.ShutdownBeforeDestroy.Or(false))
        {
            await ShutDownAsync(operations, prior, cancellation);
        }

        await operations.TerminateAsync(cancellation);
    }

    private static string Cost(VserverModel prior)
    {
        var price = prior is { MonthlyPrice.IsKnown: true, HourlyPrice.IsKnown: true }
            ? $"{PriceLimit.Euro(prior.HourlyPrice.Known)} per hour, {PriceLimit.Euro(prior.MonthlyPrice.Known)} per month"
            : "an amount that is not known";
        return $"The vserver {prior.Name.Or("")} ({prior.Id.Or($"order {prior.OrderId}")}) was dropped from the state without being terminated, as on_destroy is \"abandon\". It goes on costing {price}.";
    }

    // An order cannot be cancelled: what it becomes is waited for, and terminated then.
    private async Task<string?> FindProductAsync(VserverModel prior, CancellationToken cancellation)
    {
        if (prior.Id.IsKnown || !prior.OrderId.IsKnown)
        {
            return prior.Id.OrNull();
        }

        var outcome = await session.Orders.WaitAsync(prior.OrderId.Known, _ => { }, cancellation);
        return outcome.ProductId;
    }

    private async Task ShutDownAsync(VserverOperations operations, VserverModel prior, CancellationToken cancellation)
    {
        try
        {
            var patience = GoDuration.TryParse(prior.ShutdownTimeout.Or("2m"), out var duration) ? duration : TimeSpan.FromMinutes(2);
            await operations.Power.EnsureAsync(PowerSwitch.Offline, patience, prior.ForceStop.Or(false), cancellation);
        }
        catch (ApiException e) when (e.Kind == ApiErrorKind.Gone)
        {
            // Nothing to shut down.
        }
        catch (ProblemException e)
        {
            context.Diagnostics.Warning("shutdown_before_destroy", "The server was terminated while running", e.Diagnostic.Detail);
        }
    }
}
