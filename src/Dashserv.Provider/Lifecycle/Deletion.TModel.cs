using Dashserv.Api;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Operations;
using Dashserv.Provider.Ordering;
using Dashserv.Provider.Power;
using Dashserv.Provider.Text;
using TerraformPlugin.Authoring;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Lifecycle;

/// <summary>Terminates a product, or leaves it running where the user said so.</summary>
internal sealed class Deletion<TModel>(Session session, OrderedNoun<TModel> noun, ApplyContext<TModel> context)
    where TModel : OrderedModel, new()
{
    /// <summary>Says that a product is left running, where the user wanted that.</summary>
    /// <returns>Whether it is.</returns>
    public static bool WarnOfAbandon(OrderedNoun<TModel> noun, TModel prior, Diagnostics diagnostics, string tense)
    {
        var isAbandoned = prior.OnDestroy.Or("terminate") == "abandon";
        if (isAbandoned)
        {
            diagnostics.Warning(
                "on_destroy",
                $"A {noun.Noun} goes on running, and costing money",
                $"The {noun.Describe(prior)} {tense} dropped from the state without being terminated, as on_destroy is \"abandon\". It goes on costing "
                    + $"{Price(prior)}.");
        }

        return isAbandoned;
    }

    public async Task RunAsync(OperationRunner runner)
    {
        var prior = context.Prior;
        Protection.Check(prior, "destroy", noun.Describe(prior), context.Diagnostics);
        if (context.Diagnostics.HasErrors)
        {
            return;
        }

        if (WarnOfAbandon(noun, prior, context.Diagnostics, "was"))
        {
            return;
        }

        if ((PendingOrder<TModel>.Is(prior) ? await WaitAsync(runner, prior) : prior.Id.OrNull()) is not { } id)
        {
            return;
        }

        if (prior is ServerModel { } server && server.ShutdownBeforeDestroy.Or(false) && noun.Power(session, id) is { } power)
        {
            await ShutDownAsync(runner, power, server);
        }

        var disappearance = new Disappearance<TModel>(session, noun, context.Diagnostics);
        await runner.RunAsync(
            new TerminateOperation<TModel>(session, noun, prior, id, stop => disappearance.ConfirmAsync(prior, context.Private, stop)));
    }

    // An order cannot be cancelled: what it becomes is waited for, and terminated then.
    private async Task<string?> WaitAsync(OperationRunner runner, TModel prior)
    {
        var words =
            new FailureWords($"Could not destroy the {noun.Noun}", PendingOrder<TModel>.CannotBeCancelled(prior))
            { WhenStopped = PendingOrder<TModel>.CannotBeCancelled(prior) };
        string? product = null;
        await runner.RunAsync(
            new ReadOperation(runner.Title!, words, async stop => product = await new PendingOrder<TModel>(session, noun).WaitAsync(prior, stop)));
        return product;
    }

    // A server that would not be shut down must not go on costing money for that.
    private async Task ShutDownAsync(OperationRunner runner, PowerCalls power, ServerModel prior)
    {
        var result =
            await new ServerPower(session.Access, power, prior.ShutdownLimit, prior.ForceStop.Or(false))
            { Outcome = "It was not terminated, and goes on costing money." }
            .TrySwitchAsync(runner, PowerStates.Offline);
        switch (result.Failure)
        {
            case null or ApiException { Kind: ApiErrorKind.Gone }:
                break;
            case ApiException { Kind: ApiErrorKind.Rejected } refusal:
                WarnOfRunning(Sentence.Of(refusal.Message));
                break;
            case ProblemException problem:
                WarnOfRunning($"{problem.Diagnostic.Summary}. {problem.Diagnostic.Detail}");
                break;
            case OperationCanceledException:
                result.ThrowIfFailed();
                break;
            case var failure:
                throw FailureTranslator.Translate(
                    failure, OperationStage.NotSent, new FailureWords($"Could not destroy the {noun.Noun}", TerminateWords.NotTerminated));
        }
    }

    private void WarnOfRunning(string reason) => context.Diagnostics.Warning("shutdown_before_destroy", "The server was terminated while running", reason);

    /// <summary>What it costs, as far as the state tells: until an order is delivered, its quote says what it will be billed.</summary>
    public static string Price(TModel prior)
    {
        return prior switch
        {
            { MonthlyPrice.IsKnown: true, HourlyPrice.IsKnown: true } => Words(prior.HourlyPrice.Known, prior.MonthlyPrice.Known),
            { Quote: { IsKnown: true, Known: { HourlyGross.IsKnown: true, MonthlyGross.IsKnown: true } quote } } =>
                Words(quote.HourlyGross.Known, quote.MonthlyGross.Known),
            _ => "an amount that is not known",
        };

        static string Words(decimal hourly, decimal monthly) => $"{PriceLimit.Euro(hourly)} per hour, {PriceLimit.Euro(monthly)} per month";
    }
}
