using Dashserv.Provider.Access;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Inventory;

namespace Dashserv.Provider.Operations;

/// <summary>
/// Creates something by a call that answers no id: what it has created is told by the list before and after it. Its <see cref="WriteOperation.Turn"/> sees
/// to it that this process creates nothing else on the same owner meanwhile.
/// </summary>
internal abstract class CreateOwnedOperation<T>(ApiAccess access, OwnedNoun<T> noun, OwnedReads<T> reads, string owner) : WriteOperation
    where T : class
{
    /// <summary>How long a new entry may take to appear in its list.</summary>
    private static readonly TimeSpan SearchLimit = TimeSpan.FromMinutes(1);

    private HashSet<string> _before = [];

    /// <summary>The owner's id.</summary>
    protected string OwnerId => owner;

    /// <summary>What was created.</summary>
    public T? Created { get; private set; }

    public override async Task<bool> PrepareAsync(CancellationToken cancellationToken)
    {
        _before = (await reads.ListFreshAsync(owner, cancellationToken)).Select(noun.IdOf).ToHashSet(StringComparer.Ordinal);
        return true;
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
        Created = only;
        return true;
    }

    public override void Touch() => reads.Touch(owner);

    /// <summary>Whether an entry is as the one created.</summary>
    protected abstract bool IsOurs(T entry);

    /// <summary>Why nothing has appeared, where the API tells.</summary>
    protected virtual Task<ProblemException?> WhyNoneAsync(CancellationToken cancellationToken) => Task.FromResult<ProblemException?>(null);

    private async Task<List<T>> ListNewAsync(CancellationToken cancellationToken) =>
        (await reads.ListFreshAsync(owner, cancellationToken)).FindAll(e => !_before.Contains(noun.IdOf(e)) && !reads.WasMade(owner, noun.IdOf(e)));
}
