using Dashserv.Chaos.Faults;

namespace Dashserv.Chaos.Grid;

/// <summary>One fault at one step: what a run of it does follows from this and the seed.</summary>
/// <param name="Step">What is struck.</param>
/// <param name="Fault">How.</param>
/// <param name="Count">How many resources there are.</param>
/// <param name="Journal">Whether the journal survives.</param>
internal sealed record Cell(Step Step, Fault Fault, int Count, JournalFate Journal)
{
    public string Name => $"{Step.Name}.{Fault.Name}.{Count}.{Journal}";

    public override string ToString() => Name;
}
