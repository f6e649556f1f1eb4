using Dashserv.Api;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Power;
using TerraformPlugin.Authoring;

namespace Dashserv.Provider.Vservers;

/// <summary>Brings a vserver's state up to date: one look, no wait.</summary>
internal sealed class VserverRefresh(Session session, ReadContext<VserverModel> context)
{
    /// <summary>Looks what became of an order that was not delivered yet.</summary>
    /// <returns>Whether there is a server now.</returns>
    public async Task<bool> LookAtOrderAsync(VserverModel state, CancellationToken cancellation)
    {
        if (!state.OrderId.IsKnown)
        {
            return false;
        }

        var outcome = await LookAsync(state.OrderId.Known, cancellation);
        state.Status = outcome.Status;
        if (outcome.IsPending)
        {
            return false;
        }

        if (outcome.ProductId is { } product && (outcome.IsDelivered || await session.Vservers.FindFreshAsync(product, cancellation) is not null))
        {
            state.Id = product;
            return true;
        }

        context.Diagnostics.Warning(
            "The order came to nothing",
            $"dashserv ended the order {state.OrderId} with the status \"{outcome.Status}\"{(outcome.Reason is { Length: > 0 } r ? $": {r}" : "")}. "
            + "There is no server, so it is dropped from the state; the next apply orders anew.");
        context.State = null;
        return false;
    }

    public async Task ReadAsync(VserverModel state, CancellationToken cancellation)
    {
        if (await session.Vservers.FindAsync(state.Id.Known, cancellation) is not { } vserver)
        {
            context.State = null;
            return;
        }

        VserverMapping.Fill(state, vserver);
        new VserverNotes(context.Private).Read(state, vserver);
        if (state.PowerState.IsKnown)
        {
            var reading = await new VserverOperations(session, state.Id.Known).Power.ReadAsync(cancellation);
            state.PowerState = reading.Status is PowerSwitch.Online or PowerSwitch.Offline ? reading.Status : state.PowerState;
        }
    }

    private async Task<Ordering.OrderOutcome> LookAsync(string orderId, CancellationToken cancellation)
    {
        try
        {
            return await session.Orders.LookAsync(orderId, cancellation);
        }
        catch (ApiException e) when (e.Kind == ApiErrorKind.Gone)
        {
            throw new ProblemException(
                "An order is unknown to the API",
                $"The API does not know the order {orderId} (any more), so it cannot be told whether a server came of it. Look into dashserv's customer panel. "
                + "If there is a server, note its uuid, remove this resource from the state with \"terraform state rm\", and import it; if not, only remove it.",
                inner: e);
        }
    }
}
