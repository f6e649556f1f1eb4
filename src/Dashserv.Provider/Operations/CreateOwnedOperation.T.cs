using Dashserv.Provider.Access;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Inventory;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Operations;

/// <summary>
/// Creates something by a call that answers no id: what it has created is told by the list before and after it. Its <see cref="WriteOperation.Turn"/> sees
/// to it that this process creates nothing else on the same owner meanwhile.
/// </summary>
internal abstract class CreateOwnedOperation<T>(
    ApiAccess access, OwnedNoun<T> noun, OwnedReads<T> reads, string owner, OwnedJournal<T> journal) : WriteOperation
    where T : class
{
    /// <summary>How long a new entry may take to appear in its list.</summary>
    private static readonly TimeSpan SearchLimit = TimeSpan.FromMinutes(1);

    private HashSet<string> _before = [];

    /// <summary>The owner's id.</summary>
    protected string OwnerId => owner;

    /// <summary>What was created.</summary>
    public T? Created { get; private set; }

    /// <summary>What a killed run has created is only watched.</summary>
    public override OperationStage FirstStage => Created is null ? OperationStage.NotSent : OperationStage.Begun;

    /// <summary>Looks for what a killed run has created.</summary>
    public async Task TakeUpAsync(Diagnostics diagnostics, CancellationToken cancellationToken)
    {
        if ((Created = await journal.TakeUpAsync(e => IsOurs(e), reads, cancellationToken)) is not null)
        {
            Keep(OperationStage.Begun);
            diagnostics.Add(journal.TakenUp(Created));
        }
    }

    public override async Task<bool> PrepareAsync(CancellationToken cancellationToken)
    {
        _before = (await reads.ListFreshAsync(owner, cancellationToken)).Select(noun.IdOf).ToHashSet(StringComparer.Ordinal);
        return true;
    }

    public sealed override Task SendAsync(CancellationToken cancellationToken)
    {
        journal.Begin(access.Client.ServerTime, _before);
        return CreateAsync(cancellationToken);
    }

    public override async Task<bool> FindEffectAsync(Exception? lost, CancellationToken cancellationToken)
    {
        var (created, trouble) = await access.SearchAsync(SearchLimit, ListNewAsync, seen => seen.Exists(e => IsOurs(e)), cancellationToken);
        if (created?.FindAll(e => IsOurs(e)) is not [var only])
        {
            throw (created is [] ? await WhyNoneAsync(cancellationToken) : null)
                ?? new CreateOwnedWords<T>(noun, owner, IsOurs).NotFound(lost, trouble, created);
        }

        reads.NoteMade(owner, noun.IdOf(only));
        journal.Created(Created = only);
        return true;
    }

    public override void Touch() => reads.Touch(owner);

    /// <summary>The call.</summary>
    protected abstract Task CreateAsync(CancellationToken cancellationToken);

    /// <summary>Whether an entry is as the one created.</summary>
    protected abstract bool IsOurs(T entry);

    /// <summary>Why nothing has appeared, where the API tells.</summary>
    protected virtual Task<ProblemException?> WhyNoneAsync(CancellationToken cancellationToken) => Task.FromResult<ProblemException?>(null);

    private async Task<List<T>> ListNewAsync(CancellationToken cancellationToken) =>
        (await reads.ListFreshAsync(owner, cancellationToken)).FindAll(e => !_before.Contains(noun.IdOf(e)) && !reads.WasMade(owner, noun.IdOf(e)));
}
