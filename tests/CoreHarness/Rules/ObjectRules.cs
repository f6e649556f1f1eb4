using CoreHarness.Schemas;
using TerraformPlugin.Values;

namespace CoreHarness.Rules;

/// <summary>What holds of every object that a provider returns, whatever the call.</summary>
internal static class ObjectRules
{
    /// <summary>The first write-only attribute that has a value; nothing where there is none.</summary>
    public static AttributePath? FindWriteOnly(CoreObject type, TfValue value, AttributePath? at = null)
    {
        var path = at ?? AttributePath.Root;
        if (value is not TfMapping mapping)
        {
            return null;
        }

        foreach (var attribute in type.Attributes)
        {
            var child = mapping[attribute.Name];
            var here = path.Attribute(attribute.Name);
            var found = attribute.WriteOnly && !child.IsNull ? here : (attribute.Nesting, child) switch
            {
                (CoreNesting.Single, _) => FindWriteOnly(attribute.Nested!, child, here),
                (CoreNesting.Map, TfMapping map) => First(map.Keys.Select((k, i) => FindWriteOnly(attribute.Nested!, map.Values[i], here.Key(k)))),
                (CoreNesting.List, TfSequence list) => First(list.Elements.Select((e, i) => FindWriteOnly(attribute.Nested!, e, here.Index(i)))),
                _ => null,
            };
            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Where something is unknown; nothing where all is known.</summary>
    public static AttributePath? FindUnknown(TfValue value, AttributePath? at = null)
    {
        var path = at ?? AttributePath.Root;
        return value switch
        {
            TfUnknown => path,
            TfMapping map => First(map.Keys.Select((k, i) => FindUnknown(map.Values[i], path.Attribute(k)))),
            TfSequence sequence => First(sequence.Elements.Select((e, i) => FindUnknown(e, path.Index(i)))),
            TfDynamic dynamic => FindUnknown(dynamic.Inner, path),
            _ => null,
        };
    }

    /// <summary>The value with null for all that is unknown: what core saves of an object it complains of.</summary>
    public static TfValue WithoutUnknowns(TfValue value) => value switch
    {
        TfUnknown => TfValue.Null,
        TfMapping map => new TfMapping(map.Keys.Select((k, i) => KeyValuePair.Create(k, WithoutUnknowns(map.Values[i])))),
        TfSequence sequence => new TfSequence(sequence.Elements.Select(WithoutUnknowns)),
        TfDynamic dynamic => new TfDynamic(dynamic.Type, WithoutUnknowns(dynamic.Inner)),
        _ => value,
    };

    private static AttributePath? First(IEnumerable<AttributePath?> found) => found.FirstOrDefault(f => f is not null);
}
