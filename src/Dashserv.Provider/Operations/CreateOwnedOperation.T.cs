using Dashserv.Api;
using Dashserv.Provider.Access;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Inventory;
using Dashserv.Provider.Text;

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
            throw (created is [] ? await WhyNoneAsync(cancellationToken) : null) ?? NotFound(lost, trouble, created);
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

    private ProblemException NotFound(Exception? lost, ApiException? trouble, List<T>? listed)
    {
        var created = listed ?? [];
        var isAmbiguous = created.Exists(e => IsOurs(e));
        var asked = lost is null
            ? $"The API accepted the {noun.Noun}."
            : $"{Sentence.Of(lost.Message)}\n\nThe {noun.Noun} may or may not have been made; it was not asked for a second time.";
        var seen = trouble is not null ? $"What there is now could not be read: {Sentence.Of(trouble.Message)}"
            : listed is null ? "What there is now could not be read in time."
            : isAmbiguous
            ? $"More than one that is as asked for has appeared on the {noun.Owner.Noun} {owner} meanwhile, and which is which cannot be "
                + $"told:\n\n{Describe(created)}"
            : created.Count > 0 ? $"What has appeared on the {noun.Owner.Noun} {owner} since is not as asked for:\n\n{Describe(created)}"
            : $"No new {noun.Noun} has appeared on the {noun.Owner.Noun} {owner} since.";
        var next = isAmbiguous
            ? "Import the right one, and delete what you do not want, before you apply again."
            : "Look into dashserv's customer panel before you apply again: that would make another. If it is there, import "
                + $"it:\n\n{noun.ImportBlock(owner, "ID")}";
        return new ProblemException(
            isAmbiguous ? $"More than one new {noun.Noun}" : $"The {noun.Noun} was not found", $"{asked}\n\n{seen}\n\n{next}", inner: lost ?? trouble);
    }

    private string Describe(List<T> entries) => string.Join("\n\n", entries.Select(e => $"{noun.Describe(e)}:\n{noun.ImportBlock(owner, noun.IdOf(e))}"));
}
