using TerraformPlugin.Values;

namespace TerraformPlugin.Schema;

/// <summary>Makes unknown what the provider computes and nobody knows yet: what is null in the plan as it was in the state.</summary>
internal static class OpenValues
{
    public static TfValue LeaveOpen(SchemaAttribute attribute, TfValue planned, TfValue prior)
    {
        if (attribute.IsComputed && planned.IsNull && prior.IsNull)
        {
            return TfValue.Unknown;
        }

        // An object that only the provider sets comes as a whole: what is null in it will stay so.
        return attribute.Nested is { } nested && (attribute.IsRequired || attribute.IsOptional)
            ? LeaveOpenInside(nested, attribute.Nesting, planned, prior)
            : planned;
    }

    private static TfValue LeaveOpenInside(IObjectTable nested, NestingMode nesting, TfValue planned, TfValue prior) => (nesting, planned) switch
    {
        (NestingMode.Single, TfMapping one) => LeaveOpen(nested, one, prior),
        (NestingMode.Map, TfMapping map) => new TfMapping(
            map.Keys.Select(key => KeyValuePair.Create(key, LeaveOpen(nested, map[key], (prior as TfMapping)?[key])))),
        (NestingMode.List, TfSequence list) => new TfSequence(
            list.Elements.Select((element, i) => LeaveOpen(nested, element, prior is TfSequence before ? before.Elements.ElementAtOrDefault(i) : null))),

        // A set's elements cannot be matched: an element is what it was in the state, or it is new.
        (NestingMode.Set, TfSequence set) => TfSequence.SetOf(set.Elements.Select(element => LeaveOpen(nested, element, null))),
        _ => planned,
    };

    private static TfValue LeaveOpen(IObjectTable table, TfValue planned, TfValue? prior)
    {
        if (planned is not TfMapping plan)
        {
            return planned;
        }

        var values = new TfValue[table.ObjectType.Names.Count];
        foreach (var attribute in table.Attributes)
        {
            var before = (prior as TfMapping)?[attribute.Name] ?? TfValue.Null;
            values[table.ObjectType.IndexOf(attribute.Name)] = LeaveOpen(attribute, plan[attribute.Name], before);
        }

        return new TfMapping((string[])table.ObjectType.Names, values);
    }
}
