using CoreHarness.Schemas;
using TerraformPlugin.Values;

namespace CoreHarness.Rules;

/// <summary>
/// What core proposes to a plan: the configuration, with the prior value where an attribute is computed and the configuration
/// is silent. Lists are matched by index, maps by key, sets by the element that best fits.
/// </summary>
internal static class ProposedNew
{
    public static TfValue Of(CoreObject type, TfValue prior, TfValue config)
    {
        if (config is not TfMapping configured)
        {
            return prior;
        }

        return new TfMapping(type.Attributes.Select(a =>
            KeyValuePair.Create(a.Name, OfAttribute(a, (prior as TfMapping)?[a.Name] ?? TfValue.Null, configured[a.Name]))));
    }

    private static TfValue OfAttribute(CoreAttribute attribute, TfValue prior, TfValue config)
    {
        if (attribute.Computed && config.IsNull)
        {
            // What holds arguments was once configured; without its configuration it is gone, not computed.
            return attribute is { Optional: true, Nested: { } nested } && HoldsArguments(nested, prior) ? config : prior;
        }

        return (attribute.Nesting, config) switch
        {
            (CoreNesting.Single, TfMapping) => Of(attribute.Nested!, prior, config),
            (CoreNesting.List, TfSequence list) => new TfSequence(list.Elements.Select((e, i) => Of(attribute.Nested!, At(prior, i), e))),
            (CoreNesting.Map, TfMapping map) => new TfMapping(map.Keys.Select(key =>
                KeyValuePair.Create(key, Of(attribute.Nested!, (prior as TfMapping)?[key] ?? TfValue.Null, map[key])))),
            (CoreNesting.Set, TfSequence set) => OfSet(attribute.Nested!, prior, set),
            _ => config,
        };
    }

    private static TfSequence OfSet(CoreObject type, TfValue prior, TfSequence config)
    {
        var left = prior is TfSequence s ? s.Elements.ToList() : [];
        return TfSequence.SetOf(config.Elements.Select(element =>
        {
            var match = left.FindIndex(p => CouldComeFrom(type, p, element));
            var before = match < 0 ? TfValue.Null : left[match];
            if (match >= 0)
            {
                left.RemoveAt(match);
            }

            return Of(type, before, element);
        }).ToArray());
    }

    /// <summary>Whether a prior element may be what became of this configuration: they differ only in what is computed.</summary>
    private static bool CouldComeFrom(CoreObject type, TfValue prior, TfValue config) => (prior, config) switch
    {
        (TfMapping before, TfMapping configured) => type.Attributes.All(a =>
            before[a.Name].Equals(configured[a.Name])
            || (a.Computed && configured[a.Name].IsNull)
            || (a.Nesting == CoreNesting.Single && CouldComeFrom(a.Nested!, before[a.Name], configured[a.Name]))),
        _ => prior.Equals(config),
    };

    private static bool HoldsArguments(CoreObject type, TfValue value) => value switch
    {
        TfMapping m when m.Keys.SequenceEqual(type.Type.Names) => type.Attributes.Any(a => !a.Computed && !m[a.Name].IsNull),
        TfMapping m => m.Values.Any(v => HoldsArguments(type, v)),
        TfSequence s => s.Elements.Any(e => HoldsArguments(type, e)),
        _ => false,
    };

    private static TfValue At(TfValue list, int index) => list is TfSequence s && index < s.Elements.Count ? s.Elements[index] : TfValue.Null;
}
