using System.Buffers;
using System.Globalization;
using Dashserv.Api.Models;

namespace Dashserv.Provider.Ordering;

/// <summary>Finds the choice of a select option that a user's word means.</summary>
internal static class ChoiceFinder
{
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

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
        if (!TryReadNumber(word, out var wanted))
        {
            return [];
        }

        var byDisplay = option.Choices.Where(c => TryReadNumber(c.Display, out var shown) && shown == wanted).ToList();
        return byDisplay.Count > 0 || IsIndexed(option) ? byDisplay : option.Choices.Where(c => TryReadNumber(c.Value, out var key) && key == wanted).ToList();
    }

    private static bool IsIndexed(FormOption option) =>
        option.Choices.Select((c, i) => c.Value == i.ToString(CultureInfo.InvariantCulture)).All(isIndex => isIndex)
        && option.Choices.Any(c => TryReadNumber(c.Display, out _));

    /// <summary>The number a text begins with: <c>4 Cores</c>, <c>8 GB RAM</c>, <c>16</c>.</summary>
    private static bool TryReadNumber(string text, out decimal number)
    {
        var trimmed = text.AsSpan().Trim();
        var end = trimmed.IndexOfAnyExcept(NumberCharacters);
        return decimal.TryParse(end < 0 ? trimmed : trimmed[..end], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }

    private static IEnumerable<string> OtherNames(string word, IReadOnlyList<IReadOnlyList<string>> synonyms) =>
        Matches.Find(synonyms, word, names => names).SelectMany(names => names);
}
