using System.Globalization;
using Dashserv.Api.Models;

namespace Dashserv.Provider.Ordering;

/// <summary>What an order form allows, in words.</summary>
internal static class OptionProblem
{
    private const int MaxListed = 40;

    public static string Allowed(FormOption option) => option.Kind switch
    {
        FormOptionKind.Select => $"Allowed: {List(option.Choices.Select(c => c.Value == c.Display ? c.Display : $"{c.Display} ({c.Value})"))}.",
        FormOptionKind.Number => $"Allowed: {Range(option)}.",
        _ => "Allowed: any text.",
    };

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
