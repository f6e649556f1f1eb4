using System.Diagnostics.CodeAnalysis;

namespace Dashserv.Chaos.Grid;

/// <summary>What is left to chance in one cell: the same for the same seed and cell, whatever else runs.</summary>
internal sealed class Dice(int seed, string name)
{
    [SuppressMessage("Security", "CA5394", Justification = "Not a secret: a choice that can be repeated.")]
    private readonly Random _random = new(name.Aggregate(seed, (hash, letter) => unchecked((hash * 31) + letter)));

    /// <summary>A number from the first to the last, both included.</summary>
    [SuppressMessage("Security", "CA5394", Justification = "The same.")]
    public int Roll(int first, int last) => _random.Next(first, last + 1);

    public T Pick<T>(params IReadOnlyList<T> choices) => choices[Roll(0, choices.Count - 1)];

    [SuppressMessage("Security", "CA5394", Justification = "The same.")]
    public void Shuffle<T>(T[] items) => _random.Shuffle(items);
}
