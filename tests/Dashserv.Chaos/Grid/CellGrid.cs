using Dashserv.Chaos.Faults;

namespace Dashserv.Chaos.Grid;

/// <summary>All cells that make sense, and why others do not.</summary>
internal sealed class CellGrid
{
    private static readonly int[] Counts = [1, 20];

    public CellGrid()
    {
        List<Cell> cells = [];
        Dictionary<string, int> left = [];
        foreach (var step in Steps.All)
        {
            foreach (var fault in AllFaults.All)
            {
                foreach (var (count, journal) in Counts.SelectMany(c => Enum.GetValues<JournalFate>(), (c, j) => (c, j)))
                {
                    if (WhyNot(step, fault, journal) is { } why)
                    {
                        left[why] = left.GetValueOrDefault(why) + 1;
                    }
                    else
                    {
                        cells.Add(new(step, fault, count, journal));
                    }
                }
            }
        }

        (Cells, LeftOut) = (cells, left);
    }

    public IReadOnlyList<Cell> Cells { get; }

    /// <summary>How many cells make no sense, by the reason.</summary>
    public IReadOnlyDictionary<string, int> LeftOut { get; }

    private static string? WhyNot(Step step, Fault fault, JournalFate journal)
    {
        if (step.IsRead && !fault.MattersToReads)
        {
            return "a read has no effect: whether it fails before or after it is the same";
        }

        if (journal == JournalFate.Kept)
        {
            return null;
        }

        if (!step.IsOfOrdering)
        {
            return "nothing is ordered while it is struck: the journal is empty anyway";
        }

        return step.IsDedicated ? "the API does not tell a dedicated server's host name: without the journal nobody can recognise one" : null;
    }
}
