namespace Dashserv.Provider.Text;

/// <summary>Finds the one thing that a user's word means, by ever looser comparisons.</summary>
internal static class Matches
{
    /// <summary>
    /// The candidates that the first successful comparison finds: none, the one, or several between which the user must choose.
    /// Exactly by any of the names, then without regard to case, then without regard to blanks and punctuation.
    /// </summary>
    public static IReadOnlyList<T> Find<T>(IEnumerable<T> candidates, string word, Func<T, IEnumerable<string?>> names)
    {
        var all = candidates.Select(c => (Candidate: c, Names: names(c).OfType<string>().ToList())).ToList();
        Func<string, bool>[] comparisons =
        [
            name => string.Equals(name, word, StringComparison.Ordinal),
            name => string.Equals(name, word, StringComparison.OrdinalIgnoreCase),
            name => LooseText.Same(name, word),
        ];
        return comparisons.Select(same => all.Where(c => c.Names.Exists(n => same(n))).Select(c => c.Candidate).ToList())
            .FirstOrDefault(found => found.Count > 0)
            ?? [];
    }
}
