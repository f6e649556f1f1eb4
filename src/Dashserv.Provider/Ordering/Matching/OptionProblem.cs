using System.Globalization;
using Dashserv.Api.Models;
using Dashserv.Provider.Text;

namespace Dashserv.Provider.Ordering.Matching;

/// <summary>What an order form allows, in words.</summary>
internal static class OptionProblem
{
    private const int MaxListed = 40;

    /// <param name="option">The option.</param>
    /// <param name="synonyms">What else its choices are called; the first of each is what to write.</param>
    public static string Allowed(FormOption option, IReadOnlyList<IReadOnlyList<string>>? synonyms = null) => option.Kind switch
    {
        FormOptionKind.Select => $"Allowed: {List(option.Choices.Select(c => Choice(c, synonyms ?? [])))}.",
        FormOptionKind.Number => $"Allowed: {Range(option)}.",
        _ => "Allowed: any text.",
    };

    private static string Choice(FormChoice choice, IReadOnlyList<IReadOnlyList<string>> synonyms)
    {
        var name = choice.Display.Length > 0 && Matches.Find(synonyms, choice.Display, names => names) is [[var first, ..]] ? first : choice.Value;
        return ChoiceFinder.FullName(choice with { Value = name });
    }

    public static string List(IEnumerable<string> items)
    {
        var all = items.ToList();
        return all.Count == 0
            ? "nothing"
            : string.Join(", ", all.Take(MaxListed).Select(i => $"\"{i}\"")) + (all.Count > MaxListed ? $" and {all.Count - MaxListed} more" : "");
    }

    private static string Range(FormOption option)
    {
        var range = (option.Min, option.Max) switch
        {
            ({ } min, { } max) when min == max => $"only {Text(min)}",
            ({ } min, { } max) => $"{Text(min)} to {Text(max)}",
            ({ } min, null) => $"{Text(min)} or more",
            (null, { } max) => $"up to {Text(max)}",
            _ => "any number",
        };
        range += option.Suffix?.Trim() is { Length: > 0 } unit ? $" {unit}" : "";
        return option.Step is { } step && step != 0 && option.Min != option.Max ? $"{range} in steps of {Text(step)}" : range;
    }

    private static string Text(decimal number) => number.ToString("0.#########", CultureInfo.InvariantCulture);
}
