using System.Text.RegularExpressions;

namespace Dashserv.Simulator.Faults;

/// <summary><c>*</c> and <c>?</c> over a whole text, or a regular expression after <c>regex:</c>. Compiled once per pattern by the framework's cache.</summary>
internal static class Glob
{
    public static bool Matches(string pattern, string text) =>
        pattern.StartsWith("regex:", StringComparison.Ordinal)
            ? Regex.IsMatch(text, pattern["regex:".Length..], RegexOptions.CultureInvariant)
            : Regex.IsMatch(
                text, "^" + Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal) + "$",
                RegexOptions.CultureInvariant | RegexOptions.Singleline);
}
