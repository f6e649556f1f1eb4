using System.Text.RegularExpressions;

namespace Dashserv.Provider.Text;

/// <summary>A filter by regular expression that takes time linear in the name, whatever the expression.</summary>
internal static class NameFilter
{
    public static string? FindProblem(string pattern)
    {
        try
        {
            Create(pattern);
            return null;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return $"\"{pattern}\" is not a regular expression that can be used here: {e.Message}";
        }
    }

    /// <exception cref="ArgumentException">The pattern is not a regular expression.</exception>
    /// <exception cref="NotSupportedException">It uses look-around or back-references.</exception>
    public static Regex Create(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
