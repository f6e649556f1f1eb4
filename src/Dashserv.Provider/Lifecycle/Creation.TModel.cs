using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Operations;
using Dashserv.Provider.Ordering;
using Dashserv.Provider.Ordering.Matching;
using Dashserv.Provider.Ordering.Placing;
using TerraformPlugin.Authoring;

namespace Dashserv.Provider.Lifecycle;

/// <summary>Orders a product, at the planned price or not at all. What was ordered is in the state from the moment its id is known.</summary>
internal sealed class Creation<TModel>(Session session, OrderedNoun<TModel> noun, ApplyContext<TModel> context)
    where TModel : OrderedModel, new()
{
    private readonly string _madeUpName = MadeUpName.Create(noun.Noun);
    private OrderRequest? _request;
    private QuoteModel? _quote;

    /// <returns>Whether there is something to wait for.</returns>
    public async Task<bool> TryOrderAsync(OperationRunner runner)
    {
        var arguments = noun.Arguments(context.Config, _madeUpName);
        var words = OrderWords.Refused(arguments) with { WhenStopped = $"{OrderWords.Money} Apply again, or allow more time with timeouts." };
        await runner.RunAsync(new ReadOperation("place the order", words, stop => PrepareAsync(arguments, stop)));
        if (_request is not { } request || context.Diagnostics.HasErrors)
        {
            return false;
        }

        // A name that the form did not take cannot be what the product is recognised by.
        var search = noun.Search(session, context.Config, HasMadeUpName(request) ? _madeUpName : "");
        var result = await runner.TryRunAsync(new OrderPlacement(session.Access, session.Orders, request, arguments, search, Keep));
        if (result.Stage is OperationStage.NotSent or OperationStage.Lost)
        {
            result.ThrowIfFailed();
        }

        return true;
    }

    private async Task PrepareAsync(OrderArguments arguments, CancellationToken cancellationToken)
    {
        var preparation = new OrderPreparation(session.Catalogue, context.Diagnostics, cancellationToken);
        _request = await preparation.ResolveAsync(arguments);
        if (_request is not null)
        {
            await noun.PrepareAsync(session, context, cancellationToken);
            _quote = await preparation.QuoteAsync(_request, arguments);
            PriceLimit.CheckLimit(context.Plan.MaxMonthlyPrice, _quote, context.Diagnostics);
            PriceLimit.CheckPlanned(context.Plan.Quote, _quote, context.Diagnostics);
        }
    }

    private void Keep(PlacedOrder placed)
    {
        var known = new TModel { OrderId = placed.OrderId, Id = placed.ProductId, Status = "installing", Quote = _quote };
        noun.NoteOrder(known, _request!, _madeUpName);
        context.State = noun.Table.Complete(context.Plan, known);
        _ = new OrderPrivateState(context.Private) { KnowsOrder = true, PlannedPrice = null };
    }

    private bool HasMadeUpName(OrderRequest request) => request.Fields.Any(f => f.Value == _madeUpName);
}
