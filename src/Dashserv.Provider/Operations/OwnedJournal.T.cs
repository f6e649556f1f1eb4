using Dashserv.Provider.Failures;
using Dashserv.Provider.Inventory;
using Dashserv.Provider.Journal;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Operations;

/// <summary>What is written down of something that is created by a call without an id, so that a killed run's is not made a second time.</summary>
/// <param name="journal">Where it is written.</param>
/// <param name="account">Whose it is.</param>
/// <param name="noun">What is created.</param>
/// <param name="owner">On what.</param>
/// <param name="identity">What makes two creates the same.</param>
internal sealed class OwnedJournal<T>(OrderJournal journal, JournalAccount account, OwnedNoun<T> noun, string owner, params string[] identity)
    where T : class
{
    /// <summary>A process that was killed has waited no longer for its answer, and for the new entry.</summary>
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromMinutes(2);

    private readonly string _key = journal.KeyOf(noun.ResourceType, [owner, .. identity]);
    private JournalNote? _note;

    /// <summary>It is about to be sent.</summary>
    public void Begin(DateTimeOffset sentAt, IEnumerable<string> others)
    {
        _note?.Close();
        _note = journal.Begin(_key, account, "", sentAt, others);
    }

    /// <summary>What it became is known.</summary>
    public void Created(T entry) => _note?.Placed(null, noun.IdOf(entry));

    /// <summary>Creates it, or takes up what a killed run has created. What was not sent is nothing to remember; of all else, Terraform first has to
    /// know.</summary>
    /// <param name="runner">Runs it.</param>
    /// <param name="create">The operation that this is the journal of.</param>
    /// <param name="notRead">What is said where a killed run's cannot be looked for.</param>
    /// <param name="diagnostics">Is told that one was taken up.</param>
    /// <param name="whenSaved">Does something once Terraform knows.</param>
    public async Task<OperationResult> RunAsync(
        OperationRunner runner, CreateOwnedOperation<T> create, FailureWords notRead, Diagnostics diagnostics, Action<Action> whenSaved)
    {
        await runner.RunAsync(new ReadOperation(create.Title, notRead, stop => create.TakeUpAsync(diagnostics, stop)));
        var result = await runner.TryRunAsync(create);
        if (_note is { } note && result.Stage == OperationStage.NotSent)
        {
            note.Close();
        }
        else if (_note is { } sent)
        {
            whenSaved(() => journal.Saved(sent));
        }

        return result;
    }

    /// <summary>What a run that was killed has created, by its id where that was known, else by the seconds in which it was sent.</summary>
    /// <exception cref="ProblemException">There is more than one that it may be.</exception>
    public async Task<T?> TakeUpAsync(Predicate<T> isOurs, OwnedReads<T> reads, CancellationToken cancellationToken)
    {
        if (await journal.TakeUpAsync(_key, account, cancellationToken) is not { } note)
        {
            return null;
        }

        var found = (await reads.ListFreshAsync(owner, cancellationToken))
            .FindAll(e => IsOf(note.Record, e) && isOurs(e) && !reads.WasMade(owner, noun.IdOf(e)));
        if (found.Count > 1)
        {
            throw new CreateOwnedWords<T>(noun, owner, isOurs).NotFound(null, null, found);
        }

        if (found is [var only])
        {
            reads.NoteMade(owner, noun.IdOf(only));
            (_note = note).Placed(null, noun.IdOf(only));
            return only;
        }

        note.Close();
        return null;
    }

    /// <summary>That it was taken up.</summary>
    public Diagnostic TakenUp(T entry) => new(
        Severity.Warning,
        $"A {noun.Noun} of a run that was killed was taken up",
        $"{noun.Describe(entry)} was made by a run that was killed before Terraform could write it into the state. It is taken up, and no other was made now.",
        AttributePath.Root);

    // The API counts whole seconds.
    private bool IsOf(JournalRecord record, T entry) => record.Product is { } product
        ? noun.IdOf(entry) == product
        : !record.Others.Contains(noun.IdOf(entry))
            && noun.CreatedAt(entry) is { } created && created.AddSeconds(1) > record.SentAt && created <= record.SentAt + AnswerLimit;
}
