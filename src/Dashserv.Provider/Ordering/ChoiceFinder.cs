using System.Globalization;
using Dashserv.Api.Models;

namespace Dashserv.Provider.Ordering;

/// <summary>Finds the choice of a select option that a user's word means.</summary>
internal static class ChoiceFinder
{
    public static IReadOnlyList<FormChoice> Find(FormOption option, ArgumentKind kind, string word, IReadOnlyList<IReadOnlyList<string>> synonyms) => kind switch
    {
        ArgumentKind.Number => FindNumber(option, word),
        _ => FindText(option, [word]) is { Count: > 0 } found ? found : FindText(option, OtherNames(word, synonyms)),
    };

    private static IReadOnlyList<FormChoice> FindText(FormOption option, IEnumerable<string> words) =>
        words.Select(word => Matches.Find(option.Choices, word, c => [c.Value, c.Display])).FirstOrDefault(found => found.Count > 0) ?? [];

    // A list's key is only its index, so "2" cores must never pick the third choice: the display text decides.
    private static List<FormChoice> FindNumber(FormOption option, string word)
    {
        if (!decimal.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var wanted))
        {
            return [];
        }

        var byDisplay = option.Choices.Where(c => Quantity.Read(c.Display).Contains(wanted)).ToList();
        return byDisplay.Count > 0 || IsIndexed(option) ? byDisplay : option.Choices.Where(c => Quantity.Read(c.Value).Contains(wanted)).ToList();
    }

    private static bool IsIndexed(FormOption option) =>
        option.Choices.Select((c, i) => c.Value == i.ToString(CultureInfo.InvariantCulture)).All(isIndex => isIndex)
        && option.Choices.Any(c => Quantity.Read(c.Display).Count > 0);

    private static IEnumerable<string> OtherNames(string word, IReadOnlyList<IReadOnlyList<string>> synonyms) =>
        Matches.Find(synonyms, word, names => names).SelectMany(names => names);
}
