using TerraformPlugin.Schema;
using TerraformPlugin.Values;

namespace TerraformPlugin.Planning;

/// <summary>Walks a planned object, its configuration and its prior state side by side, nested objects included.</summary>
internal static class PlanWalk
{
    /// <summary>What a step makes of one attribute.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="planned">Its planned value so far.</param>
    /// <param name="config">What the configuration says; null where it is silent.</param>
    /// <param name="prior">What the state holds; nothing (a C# null) where the object around it is new.</param>
    /// <param name="path">Where it stands; for what is inside a set, the set, as no path leads into one.</param>
    public delegate TfValue Step(SchemaAttribute attribute, TfValue planned, TfValue config, TfValue? prior, AttributePath path);

    /// <param name="table">The object's attributes.</param>
    /// <param name="planned">What is planned so far.</param>
    /// <param name="config">What the user wrote.</param>
    /// <param name="prior">What the state holds.</param>
    /// <param name="step">What is made of each attribute.</param>
    /// <param name="onlyConfigured">Whether nested objects that the configuration leaves to the provider are left as a whole.</param>
    public static TfValue Apply(IObjectTable table, TfValue planned, TfValue config, TfValue? prior, Step step, bool onlyConfigured = false) =>
        Apply(table, planned, config, prior, AttributePath.Root, inSet: false, step, onlyConfigured);

    private static TfValue Apply(
        IObjectTable table, TfValue planned, TfValue config, TfValue? prior, AttributePath path, bool inSet, Step step, bool onlyConfigured)
    {
        if (planned is not TfMapping plannedObject)
        {
            return planned;
        }

        var priorObject = prior as TfMapping;
        var names = (string[])table.ObjectType.Names;
        var values = new TfValue[names.Length];
        foreach (var attribute in table.Attributes)
        {
            var name = attribute.Name;
            var at = inSet ? path : path.Attribute(name);
            var configured = config is TfMapping c ? c[name] : config.IsUnknown ? config : TfValue.Null;
            var value = step(attribute, plannedObject[name], configured, priorObject?[name], at);
            values[table.ObjectType.IndexOf(name)] = attribute.Nested is { } nested && !(onlyConfigured && configured.IsNull)
                ? Descend(nested, attribute.Nesting, value, configured, priorObject?[name], at, inSet, step, onlyConfigured)
                : value;
        }

        return new TfMapping(names, values);
    }

    private static TfValue Descend(
        IObjectTable nested, NestingMode nesting, TfValue planned, TfValue config, TfValue? prior, AttributePath path, bool inSet, Step step,
        bool onlyConfigured)
    {
        switch (planned)
        {
            case TfMapping when nesting == NestingMode.Single:
                return Apply(nested, planned, config, prior, path, inSet, step, onlyConfigured);
            case TfMapping map:
                return new TfMapping(map.Keys.Select((key, i) => KeyValuePair.Create(
                    key,
                    Apply(nested, map.Values[i], (config as TfMapping)?[key] ?? TfValue.Null, (prior as TfMapping)?[key], inSet ? path : path.Key(key), inSet,
                        step, onlyConfigured))));
            case TfSequence list when nesting == NestingMode.List:
                return new TfSequence(list.Elements.Select((element, i) =>
                    Apply(nested, element, At(config, i) ?? TfValue.Null, At(prior, i), inSet ? path : path.Index(i), inSet, step, onlyConfigured)));
            case TfSequence set:
                // A set's elements cannot be matched with their configuration: each is its own, and was there before or is new.
                return TfSequence.SetOf(set.Elements.Select(element =>
                    Apply(nested, element, element, prior is TfSequence before && before.Elements.Contains(element) ? element : null, path, inSet: true, step,
                        onlyConfigured)));
            default:
                return planned;
        }
    }

    private static TfValue? At(TfValue? list, int index) => list is TfSequence s && index < s.Elements.Count ? s.Elements[index] : null;
}
