using System.Text.RegularExpressions;
using TerraformPlugin.Values;

namespace TerraformPlugin.Schema;

/// <summary>Checks that many attributes need, each saying what is allowed.</summary>
public static class Validators
{
    public static Func<string, string?> OneOf(params string[] allowed) => OneOf(StringComparer.Ordinal, allowed);

    public static Func<string, string?> OneOf(StringComparer comparer, params string[] allowed) => value =>
        allowed.Contains(value, comparer) ? null : $"\"{value}\" is not one of: {string.Join(", ", allowed.Select(a => $"\"{a}\""))}.";

    public static Func<string, string?> NotEmpty() => value =>
        string.IsNullOrWhiteSpace(value) ? "The value must not be empty; leave the attribute out where it is not wanted." : null;

    /// <summary>A Go-style duration over zero.</summary>
    public static Func<string, string?> Duration() => value =>
        GoDuration.TryParse(value, out var duration) && duration > TimeSpan.Zero
            ? null
            : $"\"{value}\" is not a duration over zero. Write a number and a unit, such as \"90s\", \"30m\" or \"1h30m\".";

    public static Func<long, string?> AtLeast(long minimum) => value =>
        value >= minimum ? null : $"{value} is too small: the smallest allowed value is {minimum}.";

    /// <summary>Both bounds are allowed themselves.</summary>
    public static Func<T, string?> Between<T>(T minimum, T maximum)
        where T : IComparable<T> => value =>
        value.CompareTo(minimum) < 0 ? $"{value} is too small: the smallest allowed value is {minimum}."
        : value.CompareTo(maximum) > 0 ? $"{value} is too large: the largest allowed value is {maximum}."
        : null;

    /// <param name="zero">Zero, as the type has it.</param>
    public static Func<T, string?> Positive<T>(T zero)
        where T : IComparable<T> => value => value.CompareTo(zero) > 0 ? null : $"{value} is not over zero.";

    /// <param name="pattern">What the whole text must match.</param>
    /// <param name="allowed">The same in words.</param>
    public static Func<string, string?> Matches(Regex pattern, string allowed) => value =>
        pattern.IsMatch(value) ? null : $"\"{value}\" is not {allowed}.";
}
