using Dashserv.Api;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Ordering;
using Dashserv.Provider.Power;
using Dashserv.Provider.Text;
using TerraformPlugin.Authoring;

namespace Dashserv.Provider.Lifecycle;

/// <summary>Terminates a product, or leaves it running where the user said so.</summary>
internal sealed class Deletion<TModel>(Session session, OrderedOperations<TModel> kind, ApplyContext<TModel> context)
    where TModel : OrderedModel, new()
{
    private const string NotTerminated = "It was not terminated, and goes on costing money.";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var prior = context.Prior;
        Protection.Check(prior, "destroy", kind.Describe(prior), context.Diagnostics);
        if (context.Diagnostics.HasErrors)
        {
            return;
        }

        if (prior.OnDestroy.Or("terminate") == "abandon")
        {
            context.Diagnostics.Warning("on_destroy", $"A {kind.Noun} goes on running, and costing money", Cost(prior));
            return;
        }

        // An order cannot be cancelled: what it becomes is waited for, and terminated then.
        if ((PendingOrder.Is(prior) ? await PendingOrder.AwaitAsync(session, kind, prior, cancellationToken) : prior.Id.OrNull()) is not { } id)
        {
            return;
        }

        if (prior is ServerModel { } server && server.ShutdownBeforeDestroy.Or(false) && kind.Power(session, id) is { } power)
        {
            await ShutDownAsync(power, server, cancellationToken);
        }

        await TerminateAsync(prior, id, cancellationToken);
    }

    private string Cost(TModel prior)
    {
        // Until an order is delivered, its quote says what it will be billed.
        var price = prior switch
        {
            { MonthlyPrice.IsKnown: true, HourlyPrice.IsKnown: true } => Words(prior.HourlyPrice.Known, prior.MonthlyPrice.Known),
            { Quote: { IsKnown: true, Known: { HourlyGross.IsKnown: true, MonthlyGross.IsKnown: true } quote } } => Words(quote.HourlyGross.Known, quote.MonthlyGross.Known),
            _ => "an amount that is not known",
        };
        return $"The {kind.Describe(prior)} was dropped from the state without being terminated, as on_destroy is \"abandon\". It goes on costing {price}.";

        static string Words(decimal hourly, decimal monthly) => $"{PriceLimit.Euro(hourly)} per hour, {PriceLimit.Euro(monthly)} per month";
    }

    private async Task ShutDownAsync(PowerSwitch power, ServerModel prior, CancellationToken cancellationToken)
    {
        try
        {
            await power.EnsureAsync(PowerSwitch.Offline, prior.ShutdownLimit, prior.ForceStop.Or(false), cancellationToken);
        }
        catch (StoppedException e)
        {
            throw new StoppedException($"{NotTerminated} {e.Message}", e);
        }
        catch (ApiException e) when (e.Kind == ApiErrorKind.Gone)
        {
            // Nothing to shut down.
        }
        catch (ApiException e) when (e.Kind == ApiErrorKind.Rejected)
        {
            WarnOfRunning(Sentence.Of(e.Message));
        }
        catch (ProblemException e)
        {
            WarnOfRunning($"{e.Diagnostic.Summary}. {e.Diagnostic.Detail}");
        }
    }

    // A server that would not be shut down must not go on costing money for that.
    private void WarnOfRunning(string reason) =>
        context.Diagnostics.Warning("shutdown_before_destroy", "The server was terminated while running", reason);

    // A lock is waited for only where it stands in the way: whether it does is not documented.
    private async Task TerminateUnlockedAsync(TModel prior, string id, CancellationToken cancellationToken)
    {
        try
        {
            await kind.TerminateAsync(session, prior, id, cancellationToken);
        }
        catch (ApiException e) when (e is { Kind: ApiErrorKind.Rejected, MayHaveHadEffect: false } && kind.Power(session, id) is { } power)
        {
            if (!e.SaysLocked && !await IsLockedAsync(power, cancellationToken))
            {
                throw;
            }

            await power.ActOnceAsync(stop => kind.TerminateAsync(session, prior, id, stop), NotTerminated, cancellationToken);
        }
    }

    private async Task<bool> IsGoneAsync(TModel prior, string id, CancellationToken cancellationToken)
    {
        try
        {
            return !await kind.ExistsAsync(session, prior, id, cancellationToken);
        }
        catch (ApiException)
        {
            // Then the lost answer is what there is to tell.
            return false;
        }
    }

    private static async Task<bool> IsLockedAsync(PowerSwitch power, CancellationToken cancellationToken)
    {
        try
        {
            return (await power.ReadAsync(cancellationToken)).LockedReason is not null;
        }
        catch (ApiException)
        {
            // Then the refusal is what there is to tell.
            return false;
        }
    }

    private async Task TerminateAsync(TModel prior, string id, CancellationToken cancellationToken)
    {
        try
        {
            await TerminateUnlockedAsync(prior, id, cancellationToken);
        }
        catch (ApiException e) when (e.Kind == ApiErrorKind.Gone)
        {
            // Somebody was faster.
        }
        catch (ApiException e)
        {
            if (e.MayHaveHadEffect && await IsGoneAsync(prior, id, cancellationToken))
            {
                return;
            }

            var advice = e.Kind == ApiErrorKind.Forbidden
                ? "Terminating by API is for reseller accounts. As an ordinary customer, cancel it in dashserv's customer panel and set on_destroy = \"abandon\" (apply it, then destroy), which drops it from the state without a call."
                : "Destroy again, or apply.";
            throw ProblemException.Of(
                e,
                $"The {kind.Noun} was not terminated",
                attribute: null,
                $"The {kind.Describe(prior)} {(e.MayHaveHadEffect ? "may still exist and cost" : "still exists and still costs")} money; it stays in the state. {advice}");
        }
    }
}
