using System.Globalization;
using System.Text;
using Dashserv.Chaos.Faults;
using Dashserv.Chaos.Grid;
using Dashserv.Chaos.Judging;

namespace Dashserv.Chaos;

/// <summary>The table of faults and steps, and the list of what is broken.</summary>
internal static class ChaosReport
{
    public static string Of(IReadOnlyList<CellResult> results, CellGrid grid, int seed)
    {
        var text = new StringBuilder("\nCells that are whole, of all that were run:\n\n");
        List<string[]> rows = [["", .. Steps.All.Select(s => s.Name)]];
        rows.AddRange(AllFaults.All.Where(f => results.Any(r => r.Cell.Fault == f))
            .Select(f => (string[])[f.Name, .. Steps.All.Select(s => Ratio([.. results.Where(r => r.Cell.Fault == f && r.Cell.Step == s)]))]));
        rows.Add(["all", .. Steps.All.Select(s => Ratio([.. results.Where(r => r.Cell.Step == s)]))]);
        foreach (var row in rows)
        {
            text.AppendLine(string.Concat(row.Select((c, i) => c.PadRight(rows.Max(r => r[i].Length) + 2))).TrimEnd());
        }

        text.AppendLine("\nLeft out, as they make no sense:");
        foreach (var (why, cells) in grid.LeftOut)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {cells,4}  {why}");
        }

        Apart(text, results);
        var broken = results.Where(r => r.Verdict == Verdict.Violated).OrderBy(r => r.Cell.Name, StringComparer.Ordinal).ToList();
        text.AppendLine(broken.Count == 0 ? "\nNothing is broken." : "\nViolated:");
        foreach (var result in broken)
        {
            var lines = string.Join("\n    ", result.Violations.Concat(result.Apart).Append(result.Folder));
            text.AppendLine(CultureInfo.InvariantCulture, $"  {result.Cell}\n    {lines}");
        }

        return text.AppendLine(
            CultureInfo.InvariantCulture, $"\n{results.Count} cells by --seed {seed}: {Count(results, Verdict.Ok)} ok, "
                + $"{Count(results, Verdict.Apart)} apart, {broken.Count} violated").ToString();
    }

    // What is alike but for its ids is one line.
    private static void Apart(StringBuilder text, IReadOnlyList<CellResult> results)
    {
        text.AppendLine("\nCounted apart, and as whole:");
        var told = results.Where(r => r.Verdict == Verdict.Apart).SelectMany(r => r.Apart.Select(t => (Kind: Kind(t), r.Cell.Name)));
        foreach (var alike in told.GroupBy(t => t.Kind))
        {
            var cells = alike.Select(t => t.Name).Distinct().ToList();
            text.AppendLine(CultureInfo.InvariantCulture, $"  {cells.Count,4}  {alike.Key}, such as in {cells[0]}");
        }
    }

    private static string Kind(string told) => string.Join(' ', told.Split(' ').Select(w => w.Any(char.IsUpper) || w.Any(char.IsDigit) ? "…" : w));

    private static string Ratio(List<CellResult> results) =>
        results.Count == 0 ? "·" : $"{results.Count(r => r.Verdict != Verdict.Violated)}/{results.Count}";

    private static int Count(IReadOnlyList<CellResult> results, Verdict verdict) => results.Count(r => r.Verdict == verdict);
}
