using Dashserv.Chaos.Grid;

namespace Dashserv.Chaos.Judging;

/// <summary>What came of a cell.</summary>
/// <param name="Cell">Which.</param>
/// <param name="Violations">What is broken.</param>
/// <param name="Apart">What is counted apart.</param>
/// <param name="Folder">Where its transcript is kept; null: nowhere.</param>
internal sealed record CellResult(Cell Cell, IReadOnlyList<string> Violations, IReadOnlyList<string> Apart, string? Folder)
{
    public Verdict Verdict => Violations.Count > 0 ? Verdict.Violated : Apart.Count > 0 ? Verdict.Apart : Verdict.Ok;
}
