namespace Dashserv.Chaos.Faults;

/// <summary>An answer that does not come, or is another than the true one.</summary>
internal sealed record AnswerFault(string Name, Func<FaultRule, FaultRule> Change) : Fault(Name)
{
    public override FaultRule Strike(FaultRule match) => Change(match);
}
