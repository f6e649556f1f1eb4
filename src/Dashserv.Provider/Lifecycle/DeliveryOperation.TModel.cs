using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Operations;
using Dashserv.Provider.Ordering.Placing;
using TerraformPlugin.Authoring;

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
                throw DeliveryWords.Failed(noun.Noun, state.OrderId.Known, outcome, context.State?.Id.Known, context.IsCreate);
            }

            // Only once it is there: a refresh would take what the API does not know yet for gone, and it would be ordered again.
            await session.Access.PollAsync(
                stop => noun.FindAsync(session, state, outcome.ProductId!, stop), product => product?.Status, product => product is not null,
                cancellationToken);
            state.Id = outcome.ProductId!;
        }

        context.State = await noun.CompleteAsync(session, runner, context, state.Id.Known);
        return true;
    }

    public override FailureWords Words(OperationStage stage, Exception failure) =>
        DeliveryWords.NotReady(context.State!, context.IsCreate && context.Plan.OnCreateTimeout.Or("resume") == "fail", limit);

    // A failed order may have left a product behind, which then is tracked, and so terminated.
    private async Task<TModel?> WhatIsLeftAsync(TModel state, OrderOutcome outcome, CancellationToken cancellationToken)
    {
        if (outcome.ProductId is not { } product || await noun.FindAsync(session, state, product, cancellationToken) is null)
        {
            return null;
        }

        state.Id = product;
        return state;
    }
}
