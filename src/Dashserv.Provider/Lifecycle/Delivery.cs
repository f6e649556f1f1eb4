using Dashserv.Api;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Power;
using TerraformPlugin.Authoring;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Lifecycle;

/// <summary>Follows a placed order to the end, or as far as time and API allow: an order once placed is never forgotten, nor ordered again.</summary>
internal static class Delivery
{
    /// <returns>Whether the product is there.</returns>
    public static async Task<bool> FollowAsync<TModel>(
        Session session, OrderedOperations<TModel> kind, ApplyContext<TModel> context, Creation<TModel> creation, TimeLimit limit)
        where TModel : OrderedModel, new()
    {
        try
        {
            await creation.FinishAsync(limit.Token);
            await SwitchAsync(session, kind, context, limit.Token);
            return true;
        }
        catch (OperationCanceledException) when (limit.IsUp)
        {
            return Unfinished(context, $"it was not delivered within {GoDuration.Format(limit.Duration)}", null);
        }
        catch (OperationCanceledException)
        {
            return Unfinished(context, "the apply was interrupted", null);
        }
        catch (ApiException e)
        {
            return Unfinished(context, "it can't be followed at present", e);
        }
    }

    // The server exists and is paid for: a power state that is not yet right is no reason to have Terraform replace it.
    private static async Task SwitchAsync<TModel>(
        Session session, OrderedOperations<TModel> kind, ApplyContext<TModel> context, CancellationToken cancellationToken)
        where TModel : OrderedModel, new()
    {
        if (context.Plan is not ServerModel { PowerState.IsKnown: true } plan || kind.Power(session, context.State!.Id.Known) is not { } power)
        {
            return;
        }

        try
        {
            await power.EnsureAsync(plan.PowerState.Known, plan.ShutdownLimit, plan.ForceStop.Or(false), cancellationToken);
        }
        catch (Exception e) when (e is ProblemException or ApiException or StoppedException)
        {
            const string standing = "The server was delivered. The next apply tries again.";
            context.Diagnostics.Warning(
                "power_state", $"The server is not {plan.PowerState} yet", e is ApiException failure ? FailureDiagnostics.Words(failure, standing, isBegun: true) : $"{e.Message}\n\n{standing}");
        }
    }

    private static bool Unfinished<TModel>(ApplyContext<TModel> context, string reason, ApiException? failure)
        where TModel : OrderedModel
    {
        var state = context.State!;
        var order = state.Id.IsKnown ? $"The product {state.Id} exists" : $"The order {state.OrderId} is placed (status: {state.Status})";
        var fails = context.Plan.OnCreateTimeout.Or("resume") == "fail";
        var standing = "It is in the state, and may already cost money. "
            + (fails && context.IsCreate
                ? "As on_create_timeout is \"fail\", Terraform takes it for unusable (\"tainted\"): the next apply terminates what comes of it, and orders anew. To keep it, run \"terraform untaint\" with the address of this resource first."
                : "Apply again to go on waiting for it: it will not be ordered again. What only a delivered product has is not known until then.");
        var detail = failure is null ? $"{order}, but {reason}. {standing}" : $"{order}, but {reason}.\n\n{FailureDiagnostics.Words(failure, standing, isBegun: true)}";
        context.Diagnostics.Add(new Diagnostic(fails ? Severity.Error : Severity.Warning, "Not ready yet", detail, AttributePath.Root));

        return false;
    }
}
