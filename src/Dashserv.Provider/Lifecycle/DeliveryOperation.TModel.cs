using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Operations;
using Dashserv.Provider.Ordering.Placing;
using Dashserv.Provider.Text;
using TerraformPlugin.Authoring;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Lifecycle;

/// <summary>Follows an order that is placed until its product is there, as far as time and API allow: it is never forgotten, nor ordered again.</summary>
internal sealed class DeliveryOperation<TModel>(
    Session session, OrderedNoun<TModel> noun, OperationRunner runner, ApplyContext<TModel> context, TimeLimit limit) : WriteOperation
    where TModel : OrderedModel, new()
{
    public override string Title => $"wait for the {noun.Noun}";

    public override OperationStage FirstStage => OperationStage.Begun;

    public override Task SendAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override async Task<bool> WatchAsync(CancellationToken cancellationToken)
    {
        var state = context.State!;
        if (state.Id.IsNull)
        {
            session.Orders.Expect(state.OrderId.Known, () => session.Orders.Claims.Expect(noun.Search(session, context.Config, "").Key));
            var outcome = await session.Orders.WaitAsync(state.OrderId.Known, seen => state.Status = seen.Status, cancellationToken);
            if (outcome.HasFailed)
            {
                context.State = await WhatIsLeftAsync(state, outcome, cancellationToken);
                throw Failed(state.OrderId.Known, outcome, context.State);
            }

            // Only once it is there: a refresh would take what the API does not know yet for gone, and it would be ordered again.
            await session.Access.PollAsync(
                stop => noun.ExistsAsync(session, state, outcome.ProductId!, stop), _ => null, isThere => isThere, cancellationToken);
            state.Id = outcome.ProductId!;
        }

        context.State = await noun.CompleteAsync(session, runner, context, state.Id.Known);
        return true;
    }

    public override FailureWords Words(OperationStage stage, Exception failure)
    {
        var state = context.State!;
        var order = state.Id.IsKnown ? $"The product {state.Id} exists" : $"The order {state.OrderId} is placed (status: {state.Status})";
        var standing = "It is in the state, and may already cost money. "
            + (context.Plan.OnCreateTimeout.Or("resume") == "fail" && context.IsCreate
                ? "As on_create_timeout is \"fail\", Terraform takes it for unusable (\"tainted\"): the next apply terminates what comes of it, and "
                    + "orders anew. "
                    + "To keep it, run \"terraform untaint\" with the address of this resource first."
                : "Apply again to go on waiting for it: it will not be ordered again. What only a delivered product has is not known until then.");
        var stopped = limit.IsUp ? $"it was not delivered within {GoDuration.Format(limit.Duration)}" : "the apply was interrupted";
        return new FailureWords("Not ready yet", standing)
        { Lead = $"{order}, but it can't be followed at present.", WhenStopped = $"{order}, but {stopped}. {standing}", StandsAlone = true };
    }

    // A failed order may have left a product behind, which then is tracked, and so terminated.
    private async Task<TModel?> WhatIsLeftAsync(TModel state, OrderOutcome outcome, CancellationToken cancellationToken)
    {
        if (outcome.ProductId is not { } product || !await noun.ExistsAsync(session, state, product, cancellationToken))
        {
            return null;
        }

        state.Id = product;
        return state;
    }

    private ProblemException Failed(string orderId, OrderOutcome outcome, TModel? left) => new(
        outcome.Status == "cancelled" ? "The order was cancelled" : "The order failed",
        $"dashserv ended the order {orderId} with the status "
            + $"\"{outcome.Status}\"{(outcome.Reason is { Length: > 0 } reason ? $": {Sentence.Of(reason)}" : ".")} "
        + (left is null
            ? $"No {noun.Noun} was delivered. Whether anything was charged is in dashserv's customer panel, under the order's id; its support can say more. "
                + "The next apply orders anew."
            : $"All the same there is a {noun.Noun} of it, {left.Id}, which may cost money and is in the state. {WhatIsNext}"));

    private string WhatIsNext => context.IsCreate
        ? "Terraform marks it as tainted: the next apply terminates it, and orders anew. To keep it, if it is as it should be, run \"terraform untaint\" with "
            + "the address of this resource."
        : "Look in dashserv's customer panel whether it is as it should be; if not, \"terraform apply -replace\" with the address of this resource terminates "
            + "it and orders anew.";
}
