using Dashserv.Api;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Inventory;
using Dashserv.Provider.Text;

namespace Dashserv.Provider.Operations;

/// <summary>What is said of something that was created, and is not to be told from what else there is.</summary>
internal sealed class CreateOwnedWords<T>(OwnedNoun<T> noun, string owner, Predicate<T> isOurs)
    where T : class
{
    /// <param name="lost">Why there was no answer, where there was none.</param>
    /// <param name="trouble">Why it could not be looked for.</param>
    /// <param name="listed">What has appeared; null where that was never seen.</param>
    public ProblemException NotFound(Exception? lost, ApiException? trouble, List<T>? listed)
    {
        var created = listed ?? [];
        var isAmbiguous = created.Exists(isOurs);
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
