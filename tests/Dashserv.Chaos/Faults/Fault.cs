using Dashserv.Chaos.Grid;

namespace Dashserv.Chaos.Faults;

/// <summary>What goes wrong with a request, or while it is under way.</summary>
internal abstract record Fault(string Name)
{
    /// <summary>Whether a request that it strikes takes effect; null: if it was answered well.</summary>
    public bool? HasEffect { get; init; }

    /// <summary>Whether it differs from others where nothing is done but asked.</summary>
    public bool MattersToReads { get; init; } = true;

    /// <summary>Whether the provider or Terraform may end without a word, and without writing down what was done.</summary>
    public bool Kills { get; init; }

    /// <summary>Whether it waits for its moment, and acts then.</summary>
    public virtual bool HasMoment => false;

    /// <summary>For how many requests in a row, at least and at most.</summary>
    public (int Least, int Most) Times { get; init; } = (1, 3);

    /// <summary>Makes the step's requests fail.</summary>
    public abstract FaultRule Strike(FaultRule match);

    /// <summary>Is called when a request is held, where it has a moment.</summary>
    public virtual Task ActAsync(RunningCli apply, Dice dice) => Task.CompletedTask;
}
