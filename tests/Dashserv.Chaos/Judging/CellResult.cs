using Dashserv.Chaos.Grid;

namespace Dashserv.Chaos.Judging;

/// <summary>What came of a cell.</summary>
/// <param name="Cell">Which.</param>
/// <param name="Violations">What is broken.</param>
/// <param name="Told">What is not as one would wish, and was told to the user before it cost anything.</param>
/// <param name="Folder">Where its transcript is kept; null: nowhere.</param>
internal sealed record CellResult(Cell Cell, IReadOnlyList<string> Violations, IReadOnlyList<string> Told, string? Folder)
{
    public Verdict Verdict => Violations.Count > 0 ? Verdict.Violated : Told.Count > 0 ? Verdict.Told : Verdict.Ok;
}
