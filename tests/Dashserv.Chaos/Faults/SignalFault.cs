using Dashserv.Chaos.Grid;

namespace Dashserv.Chaos.Faults;

/// <summary>A signal while a request is held, before its effect or after it.</summary>
/// <param name="Name">The fault.</param>
/// <param name="Signal">See <see cref="Signals"/>.</param>
/// <param name="To">Who gets it.</param>
/// <param name="After">Whether the request took effect before, and only its answer is held.</param>
internal sealed record SignalFault(string Name, int Signal, SignalTarget To, bool After) : Fault(Name)
{
    private const string Provider = "terraform-provi"; // as much as the kernel keeps of a command's name

    /// <summary>Whether it comes twice, as of somebody who loses patience.</summary>
    public bool Twice { get; init; }

    public override bool HasMoment => true;

    public override FaultRule Strike(FaultRule match) => After ? match with { HoldAnswer = true } : match with { Hold = true };

    public override async Task ActAsync(RunningCli apply, Dice dice)
    {
        Send(apply);
        if (Twice)
        {
            for (var looks = 0; looks < 100 && !apply.HasSaid("Interrupt received"); looks++)
            {
                await Task.Delay(50);
            }

            Send(apply);
        }

        // Some answers still come in time, some do not: an order is waited for three seconds.
        await Task.Delay(dice.Pick(0, 300, 1500, 4000));
    }

    private void Send(RunningCli apply)
    {
        switch (To)
        {
            case SignalTarget.Terraform:
                Signals.TrySend(apply.Id, Signal);
                break;
            case SignalTarget.Group:
                apply.Group.SendIfThere(Signal);
                break;
            default:
                foreach (var (id, _) in apply.Group.Members().Where(p => p.Command.StartsWith(Provider, StringComparison.Ordinal)))
                {
                    Signals.TrySend(id, Signal);
                }

                break;
        }
    }
}
