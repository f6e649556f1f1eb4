using TerraformPlugin.Schema;
using TerraformPlugin.Values;

namespace TerraformPlugin.Planning;

/// <summary>Core's rules on what an apply returns, checked before it leaves.</summary>
internal static class ResultCheck
{
    /// <summary>Everything that was known in the plan is as planned.</summary>
    public static void RefinesPlan(IObjectTable table, TfValue planned, TfValue result, Diagnostics diagnostics) =>
        CheckObject(table, planned, result, AttributePath.Root, diagnostics);

    /// <summary>Nothing is unknown any more: what is becomes null, and is reported unless the apply failed anyway.</summary>
    public static TfValue WithoutUnknowns(TfValue value, AttributePath path, Diagnostics? report) => value switch
    {
        TfUnknown => Report(path, report),
        TfMapping m => new TfMapping((string[])m.Keys, [.. m.Values.Select((v, i) => WithoutUnknowns(v, path.Attribute(m.Keys[i]), report))]),
        TfSequence s => new TfSequence(s.Elements.Select((v, i) => WithoutUnknowns(v, path.Index(i), report))),
        TfDynamic d => new TfDynamic(d.Type, WithoutUnknowns(d.Inner, path, report)),
        _ => value,
    };

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
        if (planned.IsUnknown || planned.Equals(result))
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
                if (planned.IsWhollyKnown)
                {
                    var detail = attribute.IsSensitive ? "a sensitive value was planned differently." : $"planned was {planned}, and the result is {result}.";
                    diagnostics.Error(path, "The provider's result is not what was planned", $"{path}: {detail} This is a bug in the provider; please report it.");
                }

                break;
        }
    }

    private static TfValue Report(AttributePath path, Diagnostics? report)
    {
        report?.Error(path, "The provider left a value unknown", $"{path} is still unknown after the apply. This is a bug in the provider; please report it.");
        return TfValue.Null;
    }
}
