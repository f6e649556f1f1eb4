using Dashserv.Api;
using Dashserv.Api.Models;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Ordering;
using TerraformPlugin.Authoring;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Vservers;

/// <summary>Orders a vserver and follows the order until the server is there; picks up an order that an earlier apply placed.</summary>
internal sealed class VserverCreation(Session session, ApplyContext<VserverModel> context)
{
    private readonly VserverNotes _notes = new(context.Private);

    /// <summary>Orders, once. What was ordered is in the state from the moment its id is known.</summary>
    /// <returns>Whether there is something to wait for.</returns>
    public async Task<bool> OrderAsync(CancellationToken cancellation)
    {
        var name = VserverNames.MakeUp();
        var arguments = VserverArguments.ForCreate(context.Config, name);
        var desk = new OrderDesk(session, context.Diagnostics, cancellation);
        if (await desk.ResolveAsync(arguments) is not { } request)
        {
            return false;
        }

        var quote = await desk.QuoteAsync(request, arguments);
        PriceLimit.CheckLimit(context.Plan.MaxMonthlyPrice, quote, context.Diagnostics);
        PriceLimit.CheckPlanned(context.Plan.Quote, quote, context.Diagnostics);
        if (context.Diagnostics.HasErrors)
        {
            return false;
        }

        try
        {
            var placed = await session.Orders.PlaceAsync(request, VserverNames.Search(session, context.Config, name), cancellation);
            var known = new VserverModel { OrderId = Value.OfNullable(placed.OrderId), Id = Value.OfNullable(placed.ProductId), Status = "installing", Quote = quote };
            known.Name = request.Fields.Any(f => f.Value == name) ? name : default(Value<string>);
            context.State = VserverSchema.Schema.Table.Complete(context.Plan, known);
            _notes.KnowsOrder = true;
            _notes.PlannedPrice = null;
            return true;
        }
        catch (ApiException e)
        {
            throw OrderFailure.Explain(e, arguments);
        }
    }

    /// <summary>Waits for the delivery and fills in the state.</summary>
    public async Task<Vserver> FinishAsync(CancellationToken cancellation)
    {
        var state = context.State!;
        if (state.Id.IsNull)
        {
            var outcome = await session.Orders.WaitAsync(state.OrderId.Known, seen => state.Status = seen.Status, cancellation);
            if (outcome.HasFailed)
            {
                context.State = await WhatIsLeftAsync(state, outcome, cancellation);
                throw OrderFailed(state.OrderId.Known, outcome);
            }

            state.Id = outcome.ProductId!;
        }

        var vserver = await new VserverOperations(session, state.Id.Known).WaitDeliveredAsync(cancellation);
        _notes.Applied(vserver);
        context.State = VserverMapping.Complete(context.Plan, state, vserver);
        return vserver;
    }

    // A failed order may have left a product behind, which then is tracked, and so terminated.
    private async Task<VserverModel?> WhatIsLeftAsync(VserverModel state, OrderOutcome outcome, CancellationToken cancellation)
    {
        if (outcome.ProductId is not { } product || await session.Vservers.FindFreshAsync(product, cancellation) is null)
        {
            return null;
        }

        state.Id = product;
        return state;
    }

    private static ProblemException OrderFailed(string orderId, OrderOutcome outcome) => new(
        outcome.Status == "cancelled" ? "The order was cancelled" : "The order failed",
        $"dashserv ended the order {orderId} with the status \"{outcome.Status}\"{(outcome.Reason is { Length: > 0 } reason ? $": {reason}" : "")}. "
        + "No server was delivered. Whether anything was charged is in dashserv's customer panel, under the order's id; its support can say more. The next apply orders anew.");
}
