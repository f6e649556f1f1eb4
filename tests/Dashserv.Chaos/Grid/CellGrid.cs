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

    /// <summary>Some cells, chosen by a seed, that have all steps and all faults among them as evenly as can be.</summary>
    public IReadOnlyList<Cell> Sample(int seed, int most, Func<Cell, bool> which)
    {
        var cells = Cells.Where(which).ToArray();
        new Dice(seed, "cells").Shuffle(cells);
        Dictionary<object, int> used = [];
        List<Cell> left = [.. cells], chosen = [];
        while (left.Count > 0 && chosen.Count < most)
        {
            var next = left.MinBy(c => used.GetValueOrDefault(c.Step) + used.GetValueOrDefault(c.Fault))!;
            left.Remove(next);
            chosen.Add(next);
            used[next.Step] = used.GetValueOrDefault(next.Step) + 1;
            used[next.Fault] = used.GetValueOrDefault(next.Fault) + 1;
        }

        return chosen;
    }

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
