namespace Dashserv.Simulator.Journal;

/// <summary>All API requests since the start or the last clearing, in the order of their answers.</summary>
public sealed class RequestJournal
{
    private readonly Lock _gate = new();
    private readonly List<JournalEntry> _entries = [];

    /// <summary>The requests, all or those whose method and path match (see <see cref="FaultRule.Path"/> for the pattern).</summary>
    public IReadOnlyList<JournalEntry> Entries(string? path = null, string? method = null)
    {
        lock (_gate)
        {
            return [.. _entries.Where(e => (path is null || Glob.Matches(path, e.Path))
                && (method is null || e.Method.Equals(method, StringComparison.OrdinalIgnoreCase)))];
        }
    }

    public int Count(string? path = null, string? method = null) => Entries(path, method).Count;

    public void Clear()
    {
        lock (_gate)
        {
            _entries.Clear();
        }
    }

    internal void Add(JournalEntry entry)
    {
        lock (_gate)
        {
            _entries.Add(entry);
        }
    }
}
