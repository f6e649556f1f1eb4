using CoreHarness.Schemas;
using CoreHarness.Values;
using TerraformPlugin.Values;

namespace CoreHarness.Rules;

/// <summary>Whether an object is one that a plan promised: what was known is as planned, what was unknown may be anything.</summary>
internal static class ResultRules
{
    public static IEnumerable<RuleProblem> Check(CoreObject type, TfValue planned, TfValue actual) => (planned, actual) switch
    {
        (TfNull, TfNull) => [],
        (TfNull, _) => [new(AttributePath.Root, "Root object was absent, but now present")],
        (_, TfNull) => [new(AttributePath.Root, "Root object was present, but now absent")],
        _ => type.Attributes.SelectMany(a => CheckAttribute(a, ((TfMapping)planned)[a.Name], ((TfMapping)actual)[a.Name])),
    };

    private static IEnumerable<RuleProblem> CheckAttribute(CoreAttribute attribute, TfValue planned, TfValue actual)
    {
        var path = AttributePath.Of(attribute.Name);
        var problems = Compare(attribute.Type, planned, actual, path);
        return attribute.Sensitive && problems.Any() ? [new(path, "inconsistent values for sensitive attribute")] : problems;
    }

    private static IEnumerable<RuleProblem> Compare(TfType type, TfValue planned, TfValue actual, AttributePath path) => (planned, actual) switch
    {
        (TfUnknown, _) => [],
        (TfNull, TfNull) => [],
        (_, TfUnknown) => [new(path, "was known, but now unknown")],
        (_, TfNull) => [new(path, $"was {GoText.Of(planned)}, but now null")],
        (TfNull, _) => [new(path, $"was null, but now {GoText.Of(actual)}")],
        (TfDynamic p, TfDynamic a) when p.Type.Equals(a.Type) => Compare(p.Type, p.Inner, a.Inner, path),
        (TfDynamic p, TfDynamic a) => [new(path, $"wrong final value type: planned {p.Type}, is {a.Type}")],
        (TfMapping p, TfMapping a) when type is TfObjectType o => o.Names.SelectMany((n, i) => Compare(o.Types[i], p[n], a[n], path.Attribute(n))),
        (TfMapping p, TfMapping a) => CompareMaps(((TfCollectionType)type).Element, p, a, path),
        (TfSequence p, TfSequence a) when type is TfCollectionType { Kind: TfCollectionKind.Set } set => CompareSets(set.Element, p, a, path),
        (TfSequence p, TfSequence a) => CompareLists(type, p, a, path),
        _ => planned.Equals(actual) ? [] : [new(path, $"was {GoText.Of(planned)}, but now {GoText.Of(actual)}")],
    };

    private static IEnumerable<RuleProblem> CompareMaps(TfType element, TfMapping planned, TfMapping actual, AttributePath path) =>
        planned.Keys.SelectMany(key => actual.ContainsKey(key)
                ? Compare(element, planned[key], actual[key], path.Key(key))
                : [new(path, $"element \"{key}\" has vanished")])
            .Concat(actual.Keys.Where(key => !planned.ContainsKey(key)).Select(key => new RuleProblem(path, $"new element \"{key}\" has appeared")));

    private static IEnumerable<RuleProblem> CompareLists(TfType type, TfSequence planned, TfSequence actual, AttributePath path)
    {
        for (var i = 0; i < Math.Max(planned.Elements.Count, actual.Elements.Count); i++)
        {
            var element = type is TfTupleType tuple ? tuple.Elements[Math.Min(i, tuple.Elements.Count - 1)] : ((TfCollectionType)type).Element;
            var problems = i >= actual.Elements.Count ? [new(path, $"element {i} has vanished")]
                : i >= planned.Elements.Count ? [new(path, $"new element {i} has appeared")]
                : Compare(element, planned.Elements[i], actual.Elements[i], path.Index(i));
            foreach (var problem in problems)
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<RuleProblem> CompareSets(TfType element, TfSequence planned, TfSequence actual, AttributePath path)
    {
        if (actual.Elements.Count > planned.Elements.Count || (planned.IsWhollyKnown && actual.Elements.Count != planned.Elements.Count))
        {
            yield return new(path, $"length changed from {planned.Elements.Count} to {actual.Elements.Count}");
            yield break;
        }

        foreach (var p in planned.Elements.Where(p => !actual.Elements.Any(a => !Compare(element, p, a, path).Any())))
        {
            yield return new(path, $"planned set element {GoText.Of(p)} does not correlate with any element in actual");
        }

        foreach (var a in actual.Elements.Where(a => !planned.Elements.Any(p => !Compare(element, p, a, path).Any())))
        {
            yield return new(path, $"actual set element {GoText.Of(a)} does not correlate with any element in plan");
        }
    }
}
