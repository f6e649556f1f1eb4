using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Journal;
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
    private string _madeUpName = MadeUpName.Create(noun.Noun);
    private OrderRequest? _request;
    private JournalNote? _taken;
    private QuoteModel? _quote;
    private Candidate? _existing;

    /// <returns>Whether there is something to wait for.</returns>
    public async Task<bool> TryOrderAsync(OperationRunner runner)
    {
        var arguments = noun.Arguments(context.Config, _madeUpName);
        var words = OrderWords.Refused(arguments) with { WhenStopped = OrderWords.Stopped };
        await runner.RunAsync(new ReadOperation("place the order", words, stop => PrepareAsync(arguments, stop)));
        if (_request is not { } request || context.Diagnostics.HasErrors)
        {
            return false;
        }

        var key = OrderKey.Of(session, request, _madeUpName);
        _taken = await session.Journal.TakeUpAsync(key, session.JournalAccount, runner.Token);
        if (_taken is null)
        {
            var namesakes = new Namesakes<TModel>(session, noun);
            await runner.RunAsync(new ReadOperation(
                "place the order", words, async stop => _existing = await namesakes.TakeOverAsync(context.Config, request.Location, stop)));
        }

        if (_existing is { } existing)
        {
            Keep(new PlacedOrder(null, existing));
            return true;
        }

        // A name that the form did not take cannot be what the product is recognised by.
        var hasMadeUpName = HasMadeUpName(request);
        if (hasMadeUpName && _taken is { Record.Name: var name })
        {
            _request = request with { Fields = [.. request.Fields.Select(f => f.Value == _madeUpName ? f with { Value = name } : f)] };
            _madeUpName = name;
        }

        var search = noun.Search(session, context.Config, hasMadeUpName ? _madeUpName : "");
        var placement = new OrderPlacement(
            session.Access, session.Orders, new OrderDraft(_request, arguments, search),
            (sentAt, others) => session.Journal.Begin(key, session.JournalAccount, hasMadeUpName ? _madeUpName : "", sentAt, others), _taken, Keep);
        var result = await runner.TryRunAsync(placement);
        Forget(placement.Note, result.Stage);
        if (result.Stage is OperationStage.NotSent or OperationStage.Lost)
        {
            result.ThrowIfFailed();
        }

        return true;
    }

    // What was not sent is no order; of what was, Terraform first has to know.
    private void Forget(JournalNote? note, OperationStage stage)
    {
        if (note is null)
        {
            return;
        }

        if (stage == OperationStage.NotSent)
        {
            note.Close();
        }
        else
        {
            context.WhenSaved(() => session.Journal.Saved(note));
        }
    }

    private async Task PrepareAsync(OrderArguments arguments, CancellationToken cancellationToken)
    {
        var preparation = new OrderPreparation(session.Catalogue, context.Diagnostics, cancellationToken);
        _request = await preparation.ResolveAsync(arguments);
        if (_request is not null)
        {
            await noun.PrepareAsync(session, context, cancellationToken);
            _quote = await preparation.QuoteAsync(_request, arguments);
            PriceLimit.CheckLimits(context.Plan.MaxMonthlyPrice, context.Plan.MaxDueToday, _quote, context.Diagnostics);
            PriceLimit.CheckPlanned(context.Plan.Quote, _quote, context.Diagnostics);
        }
    }

    private void Keep(PlacedOrder placed)
    {
        var known = new TModel { OrderId = placed.OrderId, Id = placed.Adopted?.Uuid, Status = "installing", Quote = _quote };
        noun.NoteOrder(known, _request!, _madeUpName);
        context.State = noun.Table.Complete(context.Plan, known);
        _ = new OrderPrivateState(context.Private)
        {
            KnowsOrder = true,
            PlannedPrice = null,
            IsAdopted = placed.Adopted is not null,
            IsTakenOver = _existing is not null,
        };
        if (_taken is { Record.SentAt: var sentAt })
        {
            context.Diagnostics.Add(LostOrderWords.TakenUp(sentAt, placed.Adopted is { } found ? $"{found.Uuid} ({found})" : $"order {placed.OrderId}"));
        }
        else if (placed.Adopted is { } adopted)
        {
            context.Diagnostics.Add(_existing is null ? LostOrderWords.Adopted(noun.Noun, adopted) : NamesakeWords.TakenOver(noun.Noun, adopted));
        }
    }

    private bool HasMadeUpName(OrderRequest request) => request.Fields.Any(f => f.Value == _madeUpName);
}
