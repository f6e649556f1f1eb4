namespace TerraformPlugin.Values;

/// <summary>A total order over values that are equal only if they are equal: what a set is sorted by.</summary>
internal sealed class TfValueOrder : IComparer<TfValue>
{
    public static TfValueOrder Instance { get; } = new();

    public int Compare(TfValue? x, TfValue? y)
    {
        var byKind = Rank(x!).CompareTo(Rank(y!));
        return byKind != 0 ? byKind : (x, y) switch
        {
            (TfBool a, TfBool b) => a.Value.CompareTo(b.Value),
            (TfNumber a, TfNumber b) => a.CompareTo(b),
            (TfString a, TfString b) => string.CompareOrdinal(a.Text, b.Text),
            (TfSequence a, TfSequence b) => CompareAll(a.Elements, b.Elements),
            (TfMapping a, TfMapping b) => CompareMappings(a, b),
            (TfDynamic a, TfDynamic b) => CompareDynamics(a, b),
            (TfUnknown a, TfUnknown b) => a.Refinement.SequenceCompareTo(b.Refinement),
            _ => 0,
        };
    }

    /// <summary>All keys come before any value: a value compared while the keys may still differ would make the order run in circles.</summary>
    private int CompareMappings(TfMapping a, TfMapping b)
    {
        for (var i = 0; i < Math.Min(a.Keys.Count, b.Keys.Count); i++)
        {
            var byKey = string.CompareOrdinal(a.Keys[i], b.Keys[i]);
            if (byKey != 0)
            {
                return byKey;
            }
        }

        var byCount = a.Keys.Count.CompareTo(b.Keys.Count);
        return byCount != 0 ? byCount : CompareAll(a.Values, b.Values);
    }

    private int CompareDynamics(TfDynamic a, TfDynamic b)
    {
        var byValue = Compare(a.Inner, b.Inner);
        return byValue != 0 ? byValue : string.CompareOrdinal(a.Type.ToString(), b.Type.ToString());
    }

    private int CompareAll(IReadOnlyList<TfValue> a, IReadOnlyList<TfValue> b)
    {
        for (var i = 0; i < Math.Min(a.Count, b.Count); i++)
        {
            var byElement = Compare(a[i], b[i]);
            if (byElement != 0)
            {
                return byElement;
            }
        }

        return a.Count.CompareTo(b.Count);
    }

    private static int Rank(TfValue value) => value switch
    {
        TfNull => 0,
        TfBool => 1,
        TfNumber => 2,
        TfString => 3,
        TfSequence => 4,
        TfMapping => 5,
        TfDynamic => 6,
        _ => 7,
    };
}
