using System.Globalization;
using Dashserv.Api.Models;
using Dashserv.Provider.Text;

namespace Dashserv.Provider.Ordering.Matching;

/// <summary>
/// Finds the choice of a select option that a user's word means. A choice's text decides before its key, and the index that
/// a list has for keys is never taken for what an attribute counts or names: "2" cores are not the third choice.
/// </summary>
internal static class ChoiceFinder
{
    public static IReadOnlyList<FormChoice> Find(FormOption option, ArgumentType kind, string word, IReadOnlyList<IReadOnlyList<string>> synonyms) =>
        kind switch
        {
            ArgumentType.Number => FindQuantity(option, word),
            ArgumentType.OperatingSystem => FindNamed(option, [word]) is { Count: > 0 } found ? found : FindNamed(option, OtherNames(word, synonyms)),
            _ => FindText(option, word),
        };

    /// <summary>Whether its choices say how much they are.</summary>
    public static bool TellsQuantities(FormOption option) => option.Choices.Any(c => Quantity.Read(c.Display).Count > 0) || HasQuantityKeys(option);

    /// <summary>A choice in full, as messages list it; it may be written so, too.</summary>
    public static string FullName(FormChoice choice) =>
        choice.Display.Length == 0 || choice.Display == choice.Value ? choice.Value : $"{choice.Display} ({choice.Value})";

    private static IReadOnlyList<FormChoice> FindNamed(FormOption option, IEnumerable<string> words) =>
        words.Select(word => Matches.Find(option.Choices, word, c => option.IsKeyed ? [c.Value, Text(c)] : [Text(c)])).FirstOrDefault(found => found.Count > 0)
            ?? [];

    private static IReadOnlyList<FormChoice> FindQuantity(FormOption option, string word)
    {
        if (!TryParse(word, out var wanted))
        {
            return [];
        }

        var areTold = option.Choices.Any(c => Quantity.Read(c.Display).Count > 0);
        return areTold || HasQuantityKeys(option)
            ? [.. option.Choices.Where(c => Quantity.Read(areTold ? c.Display : c.Value).Contains(wanted))]
            : [];
    }

    // Keys 1, 2, 3 number the choices, whatever these are; keys 1, 2, 4 count something.
    private static bool HasQuantityKeys(FormOption option)
    {
        var keys = option.Choices.Select(c => Quantity.Read(c.Value)).ToList();
        return option.IsKeyed && keys.TrueForAll(k => k.Count > 0) && !keys.Select((k, i) => k[0] == keys[0][0] + i).All(isNext => isNext);
    }

    private static IReadOnlyList<FormChoice> FindText(FormOption option, string word)
    {
        if (option.Choices.Where(c => string.Equals(FullName(c), word, StringComparison.OrdinalIgnoreCase)).ToList() is [var full] && full.Display.Length > 0)
        {
            return [full];
        }

        var found = FindNamed(option, [word]);
        found = found.Count > 0 ? found : [.. option.Choices.Where(c => c.Value == word)];

        // "2" may be the third choice's key, and another's "vCPU 2": the user must say which.
        return found is [var byKey] && byKey.Value == word && byKey.Display != word && TryParse(word, out var number)
            ? [byKey,
                .. option.Choices.Where(c => c != byKey && !Quantity.Numbers(byKey.Display).Contains(number) && Quantity.Numbers(c.Display).Contains(number))]
            : found;
    }

    private static string? Text(FormChoice choice) => choice.Display.Length > 0 ? choice.Display : null;

    private static bool TryParse(string word, out decimal number) =>
        decimal.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    private static IEnumerable<string> OtherNames(string word, IReadOnlyList<IReadOnlyList<string>> synonyms) =>
        Matches.Find(synonyms, word, names => names).SelectMany(names => names);
}
