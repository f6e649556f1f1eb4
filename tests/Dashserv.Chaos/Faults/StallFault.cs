using Dashserv.Chaos.Grid;

namespace Dashserv.Chaos.Faults;

/// <summary>A true answer, some seconds late.</summary>
internal sealed record StallFault() : Fault("stall")
{
    public override bool HasMoment => true;

    public override FaultRule Strike(FaultRule match) => match with { HoldAnswer = true };

    public override Task ActAsync(RunningCli apply, Dice dice) => Task.Delay(TimeSpan.FromSeconds(dice.Roll(2, 5)));
}
