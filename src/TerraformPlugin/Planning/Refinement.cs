using TerraformPlugin.Values;

namespace TerraformPlugin.Planning;

/// <summary>Whether a value is one that a planned value promised: what was unknown may be anything, all else is the same.</summary>
internal static class Refinement
{
    public static bool Holds(TfType type, TfValue planned, TfValue result) => planned.IsUnknown || planned.Equals(result) || (type, planned, result) switch
    {
        _ when planned.IsWhollyKnown => false,
        (TfObjectType o, TfMapping p, TfMapping r) => p.Values.Select((v, i) => Holds(o.Types[i], v, r.Values[i])).All(holds => holds),
        (TfCollectionType map, TfMapping p, TfMapping r) =>
            p.Keys.SequenceEqual(r.Keys) && p.Values.Select((v, i) => Holds(map.Element, v, r.Values[i])).All(holds => holds),
        (TfCollectionType { Kind: TfCollectionKind.Set } set, TfSequence p, TfSequence r) => SetHolds(set.Element, p, r),
        (TfCollectionType list, TfSequence p, TfSequence r) => SequenceHolds(_ => list.Element, p, r),
        (TfTupleType tuple, TfSequence p, TfSequence r) => SequenceHolds(i => tuple.Elements[i], p, r),
        (_, TfDynamic p, TfDynamic r) => p.Type.Equals(r.Type) && Holds(p.Type, p.Inner, r.Inner),
        _ => false,
    };

    private static bool SequenceHolds(Func<int, TfType> typeOf, TfSequence planned, TfSequence result) =>
        planned.Elements.Count == result.Elements.Count
        && planned.Elements.Select((v, i) => Holds(typeOf(i), v, result.Elements[i])).All(holds => holds);

    // Elements that were unknown may turn out to be equal, so a set may shrink; it may not grow.
    private static bool SetHolds(TfType element, TfSequence planned, TfSequence result) =>
        result.Elements.Count <= planned.Elements.Count
        && planned.Elements.All(p => result.Elements.Any(r => Holds(element, p, r)))
        && result.Elements.All(r => planned.Elements.Any(p => Holds(element, p, r)));
}
