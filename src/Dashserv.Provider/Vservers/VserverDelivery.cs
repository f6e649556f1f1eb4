using Dashserv.Api;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using TerraformPlugin.Authoring;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Vservers;

/// <summary>Follows a placed order to the end, or as far as time and API allow: an order once placed is never forgotten, nor ordered again.</summary>
internal static class VserverDelivery
{
    /// <returns>Whether the server is there.</returns>
    public static async Task<bool> FollowAsync(Session session, ApplyContext<VserverModel> context, VserverCreation creation, TimeLimit limit)
    {
        try
        {
            var vserver = await creation.FinishAsync(limit.Token);
            await SwitchAsync(session, context, vserver.Uuid, limit.Token);
            return true;
        }
        catch (OperationCanceledException) when (limit.IsUp)
        {
            return Unfinished(context, $"the server was not delivered within {GoDuration.Format(limit.Duration)}", null);
        }
        catch (OperationCanceledException)
        {
            return Unfinished(context, "the apply was interrupted", null);
        }
        catch (ApiException e)
        {
            return Unfinished(context, "the order can't be followed at present", e);
        }
    }

    // The server exists and is paid for: a power state that is not yet right is no reason to have Terraform replace it.
    private static async Task SwitchAsync(Session session, ApplyContext<VserverModel> context, string id, CancellationToken cancellation)
    {
        if (!context.Plan.PowerState.IsKnown)
        {
            return;
        }

        try
        {
            await VserverUpdate.SwitchAsync(session, context.Plan, id, cancellation);
        }
        catch (Exception e) when (e is ProblemException or ApiException)
        {
            context.Diagnostics.Warning("power_state", $"The server is not {context.Plan.PowerState} yet", $"{e.Message}\n\nThe server was delivered. The next apply tries again.");
        }
    }

    private static bool Unfinished(ApplyContext<VserverModel> context, string reason, ApiException? failure)
    {
        var state = context.State!;
        var order = state.Id.IsKnown ? $"The server {state.Id} exists" : $"The order {state.OrderId} is placed (status: {state.Status})";
        var detail = $"{order}, but {reason}.{(failure is null ? "" : $" {failure.Message}.")} It is in the state, it may already cost money, and it will not be ordered again.";
        if (context.Plan.OnCreateTimeout.Or("resume") == "fail")
        {
            context.Diagnostics.Error("The server is not ready", $"{detail} As on_create_timeout is \"fail\", Terraform will replace it in the next apply.");
        }
        else
        {
            context.Diagnostics.Warning("The server is not ready", $"{detail} Apply again to go on waiting for it; its addresses are not known until then.");
        }

        return false;
    }
}
