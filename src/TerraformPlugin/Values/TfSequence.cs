namespace TerraformPlugin.Values;

/// <summary>The elements of a list, set or tuple. A set's are kept in one canonical order without repetitions, so that equality is by value.</summary>
public sealed class TfSequence : TfValue
{
    private readonly TfValue[] _elements;

    public TfSequence(IEnumerable<TfValue> elements) => _elements = [.. elements];

    public IReadOnlyList<TfValue> Elements => _elements;

    public override bool IsWhollyKnown => Array.TrueForAll(_elements, e => e.IsWhollyKnown);

    /// <summary>A set's elements: sorted, and coalesced where equal. Unknown elements are kept apart, as they may differ later.</summary>
    public static TfSequence SetOf(IEnumerable<TfValue> elements)
    {
        var sorted = elements.ToList();
        sorted.Sort(TfValueOrder.Instance);
        for (var i = sorted.Count - 1; i > 0; i--)
        {
            if (sorted[i].IsWhollyKnown && sorted[i].Equals(sorted[i - 1]))
            {
                sorted.RemoveAt(i);
            }
        }

        return new TfSequence(sorted);
    }

    public override bool Equals(TfValue? other) => other is TfSequence s && s._elements.AsSpan().SequenceEqual(_elements);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var element in _elements)
        {
            hash.Add(element);
        }

        return hash.ToHashCode();
    }

    public override string ToString() => $"[{string.Join(", ", _elements.AsEnumerable())}]";
}
