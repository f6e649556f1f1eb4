namespace Figures;

/// <summary>Prints the figures as one plain table.</summary>
internal static class Table
{
    public static void Print(IReadOnlyList<Figure> figures)
    {
        List<string[]> rows = [["figure", "ours", "reference", "ratio", "goal", "met?"]];
        rows.AddRange(figures.Select(f => new[]
        {
            f.Name, f.Ours, f.Reference, f.Ratio is { } ratio ? $"{ratio:0.00}" : "", f.Goal, f.IsMet switch { true => "yes", false => "NO", null => "" },
        }));
        var widths = Enumerable.Range(0, rows[0].Length).Select(i => rows.Max(r => r[i].Length)).ToArray();
        Console.WriteLine();
        foreach (var row in rows)
        {
            Console.WriteLine(string.Join(" | ", row.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd());
            if (ReferenceEquals(row, rows[0]))
            {
                Console.WriteLine(string.Join("-+-", widths.Select(w => new string('-', w))));
            }
        }
    }
}
