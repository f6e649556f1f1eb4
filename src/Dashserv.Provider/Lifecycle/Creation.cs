using Dashserv.Api;
using Dashserv.Api.Polling;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Ordering;
using Dashserv.Provider.Ordering.Placing;
using Dashserv.Provider.Text;
using TerraformPlugin.Authoring;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Lifecycle;

/// <summary>Orders a product, once, and follows the order until the product is there; also picks up an order that an earlier apply placed.</summary>
internal sealed class Creation<TModel>(Session session, OrderedOperations<TModel> kind, ApplyContext<TModel> context)
    where TModel : OrderedModel, new()
{
    private readonly OrderPrivateState _notes = new(context.Private);

    /// <summary>Places the order. What was ordered is in the state from the moment its id is known.</summary>
    /// <returns>Whether there is something to wait for.</returns>
    public async Task<bool> OrderAsync(CancellationToken cancellationToken)
    {
        var name = MadeUpName.Create(kind.Noun);
        var arguments = kind.Arguments(context.Config, name);
        var desk = new OrderPreparation(session, context.Diagnostics, cancellationToken);
        if (await desk.ResolveAsync(arguments) is not { } request)
        {
            return false;
        }

        await kind.PrepareAsync(session, context, cancellationToken);
        var quote = await desk.QuoteAsync(request, arguments);
        PriceLimit.CheckLimit(context.Plan.MaxMonthlyPrice, quote, context.Diagnostics);
        PriceLimit.CheckPlanned(context.Plan.Quote, quote, context.Diagnostics);
        if (context.Diagnostics.HasErrors)
        {
            return false;
        }

        try
        {
            // A name that the form did not take cannot be what the product is recognised by.
            var search = kind.Search(session, context.Config, request.Fields.Any(f => f.Value == name) ? name : "");
            var placed = await session.Orders.PlaceAsync(request, search, cancellationToken);
            var known = new TModel { OrderId = Value.OfNullable(placed.OrderId), Id = Value.OfNullable(placed.ProductId), Status = "installing", Quote = quote };
            kind.NoteOrder(known, request, name);
            context.State = kind.Table.Complete(context.Plan, known);
            (_notes.KnowsOrder, _notes.PlannedPrice) = (true, null);
            return true;
        }
        catch (ApiException e)
        {
            throw OrderFailure.Explain(e, arguments);
        }
    }

    /// <summary>Waits for the delivery and fills in the state.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        var state = context.State!;
        if (state.Id.IsNull)
        {
            session.Orders.Expect(state.OrderId.Known, kind.Search(session, context.Config, "").Key);
            var outcome = await session.Orders.WaitAsync(state.OrderId.Known, seen => state.Status = seen.Status, cancellationToken);
            if (outcome.HasFailed)
            {
                context.State = await WhatIsLeftAsync(state, outcome, cancellationToken);
                throw OrderFailed(state.OrderId.Known, outcome, context.State);
            }

            // Only once it is there: a refresh would take what the API does not know yet for gone, and it would be ordered again.
            await Poller.UntilAsync(session.Polling, session.Time, stop => kind.ExistsAsync(session, state, outcome.ProductId!, stop), _ => null, isThere => isThere, cancellationToken);
            state.Id = outcome.ProductId!;
        }

        context.State = await kind.CompleteAsync(session, context, state.Id.Known, cancellationToken);
    }

    // A failed order may have left a product behind, which then is tracked, and so terminated.
    private async Task<TModel?> WhatIsLeftAsync(TModel state, OrderOutcome outcome, CancellationToken cancellationToken)
    {
        if (outcome.ProductId is not { } product || !await kind.ExistsAsync(session, state, product, cancellationToken))
        {
            return null;
        }

        state.Id = product;
        return state;
    }

    private ProblemException OrderFailed(string orderId, OrderOutcome outcome, TModel? left) => new(
        outcome.Status == "cancelled" ? "The order was cancelled" : "The order failed",
        $"dashserv ended the order {orderId} with the status \"{outcome.Status}\"{(outcome.Reason is { Length: > 0 } reason ? $": {Sentence.Of(reason)}" : ".")} "
        + (left is null
            ? $"No {kind.Noun} was delivered. Whether anything was charged is in dashserv's customer panel, under the order's id; its support can say more. The next apply orders anew."
            : $"All the same there is a {kind.Noun} of it, {left.Id}, which may cost money and is in the state. {WhatIsNext}"));

    private string WhatIsNext => context.IsCreate
        ? "Terraform marks it as tainted: the next apply terminates it, and orders anew. To keep it, if it is as it should be, run \"terraform untaint\" with the address of this resource."
        : "Look in dashserv's customer panel whether it is as it should be; if not, \"terraform apply -replace\" with the address of this resource terminates it and orders anew.";
}
