using TerraformPlugin.Schema;
using TerraformPlugin.Values;

namespace TerraformPlugin.Planning;

/// <summary>Core's rules on what an apply returns, checked before it leaves.</summary>
internal static class ResultCheck
{
    /// <summary>Everything that was known in the plan is as planned.</summary>
    public static void RefinesPlan(IObjectTable table, TfValue planned, TfValue result, Diagnostics diagnostics)
    {
        if (planned.IsNull != result.IsNull)
        {
            Differs(AttributePath.Root, planned.IsNull ? "nothing was planned to be left, but an object is." : "an object was planned, but there is none.",
                diagnostics);
            return;
        }

        CheckObject(table, planned, result, AttributePath.Root, diagnostics);
    }

    /// <summary>Nothing is unknown any more: what is becomes null, and is reported unless the apply failed anyway.</summary>
    public static TfValue WithoutUnknowns(TfValue value, TfType type, Diagnostics? report) =>
        WithoutUnknowns(value, type, AttributePath.Root, report);

    private static TfValue WithoutUnknowns(TfValue value, TfType type, AttributePath path, Diagnostics? report) => (value, type) switch
    {
        _ when value.IsWhollyKnown => value,
        (TfUnknown, _) => Unknown(path, report),
        (TfMapping m, TfObjectType o) => new TfMapping(
            (string[])m.Keys, [.. m.Values.Select((v, i) => WithoutUnknowns(v, o.Types[i], path.Attribute(m.Keys[i]), report))]),
        (TfMapping m, TfCollectionType map) => new TfMapping(
            (string[])m.Keys, [.. m.Values.Select((v, i) => WithoutUnknowns(v, map.Element, path.Key(m.Keys[i]), report))]),
        (TfSequence s, TfCollectionType { Kind: TfCollectionKind.Set } set) =>
            SetWithoutUnknowns(s, set.Element, path, report),
        (TfSequence s, TfCollectionType list) => new TfSequence(s.Elements.Select((v, i) => WithoutUnknowns(v, list.Element, path.Index(i), report))),
        (TfSequence s, TfTupleType tuple) => new TfSequence(s.Elements.Select((v, i) => WithoutUnknowns(v, tuple.Elements[i], path.Index(i), report))),
        (TfDynamic d, _) => new TfDynamic(d.Type, WithoutUnknowns(d.Inner, d.Type, path, report)),
        _ => value,
    };

    // No path leads into a set: it is reported as a whole.
    private static TfSequence SetWithoutUnknowns(TfSequence set, TfType element, AttributePath path, Diagnostics? report)
    {
        Unknown(path, report);
        return TfSequence.SetOf(set.Elements.Select(v => WithoutUnknowns(v, element, path, null)));
    }

    private static void CheckObject(IObjectTable table, TfValue planned, TfValue result, AttributePath path, Diagnostics diagnostics)
    {
        if (planned is not TfMapping plan || result is not TfMapping actual)
        {
            return;
        }

        foreach (var attribute in table.Attributes)
        {
            CheckAttribute(attribute, plan[attribute.Name], actual[attribute.Name], path.Attribute(attribute.Name), diagnostics);
        }
    }

    private static void CheckAttribute(SchemaAttribute attribute, TfValue planned, TfValue result, AttributePath path, Diagnostics diagnostics)
    {
        if (Refinement.Holds(attribute.Type, planned, result))
        {
            return;
        }

        switch (attribute.Nested, attribute.Nesting, planned, result)
        {
            case ({ } nested, NestingMode.Single, TfMapping, TfMapping):
                CheckObject(nested, planned, result, path, diagnostics);
                break;
            case ({ } nested, NestingMode.Map, TfMapping plan, TfMapping actual) when plan.Keys.SequenceEqual(actual.Keys):
                foreach (var key in plan.Keys)
                {
                    CheckObject(nested, plan[key], actual[key], path.Key(key), diagnostics);
                }

                break;
            case ({ } nested, NestingMode.List, TfSequence plan, TfSequence actual) when plan.Elements.Count == actual.Elements.Count:
                for (var i = 0; i < plan.Elements.Count; i++)
                {
                    CheckObject(nested, plan.Elements[i], actual.Elements[i], path.Index(i), diagnostics);
                }

                break;
            default:
                // A nested object may hold sensitive values: it is not shown.
                Differs(path, attribute.IsSensitive || attribute.Nested is not null
                    ? "something else was planned."
                    : $"planned was {planned}, and the result is {result}.", diagnostics);
                break;
        }
    }

    private static void Differs(AttributePath path, string how, Diagnostics diagnostics) => diagnostics.Error(
        path, "The provider's result is not what was planned",
        $"{(path.Steps.Count == 0 ? "" : $"{path}: ")}{how} This is a bug in the provider; please report it.");

    private static TfValue Unknown(AttributePath path, Diagnostics? report)
    {
        report?.Error(path, "The provider left a value unknown", $"{path} is still unknown after the apply. This is a bug in the provider; please report it.");
        return TfValue.Null;
    }
}
