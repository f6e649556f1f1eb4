using CoreHarness.Schemas;
using CoreHarness.Values;
using TerraformPlugin.Values;

namespace CoreHarness.Rules;

/// <summary>Whether a planned object is one that its configuration and prior state allow. The first rule that fits decides.</summary>
internal static class PlanRules
{
    public static IEnumerable<RuleProblem> Check(CoreObject type, TfValue prior, TfValue config, TfValue planned) =>
        (planned, config) switch
        {
            (TfMapping, TfMapping) => CheckObject(type, prior, config, planned, AttributePath.Root),
            (TfNull, TfMapping) => [new(AttributePath.Root, "planned for absence but config wants existence")],
            (TfMapping, _) => [new(AttributePath.Root, "planned for existence but config wants absence")],
            _ => [],
        };

    private static IEnumerable<RuleProblem> CheckObject(CoreObject type, TfValue prior, TfValue config, TfValue planned, AttributePath path) =>
        type.Attributes.SelectMany(a => CheckAttribute(
            a, (prior as TfMapping)?[a.Name] ?? TfValue.Null, ((TfMapping)config)[a.Name], ((TfMapping)planned)[a.Name], path.Attribute(a.Name)));

    private static IEnumerable<RuleProblem> CheckAttribute(CoreAttribute attribute, TfValue prior, TfValue config, TfValue planned, AttributePath path)
    {
        if (attribute.WriteOnly)
        {
            return planned.IsNull ? [] : [new(path, "planned value for write-only attribute is not null")];
        }

        if (planned.Equals(config) || (planned.Equals(prior) && !prior.IsNull && !config.IsNull) || (config.IsNull && attribute.Computed))
        {
            return [];
        }

        if (config.IsNull)
        {
            return [new(path, attribute.Sensitive
                ? "sensitive planned value for a non-computed attribute"
                : $"planned value {GoText.Of(planned)} for a non-computed attribute")];
        }

        if (attribute.Nested is not null)
        {
            return CheckNested(attribute, prior, config, planned, path);
        }

        if (attribute.Sensitive)
        {
            return [new(path, $"sensitive planned value does not match config value{(prior.IsNull ? "" : " nor prior value")}")];
        }

        var nor = prior.IsNull ? "" : $" nor prior value {GoText.Of(prior)}";
        return [new(path, $"planned value {GoText.Of(planned)} does not match config value {GoText.Of(config)}{nor}")];
    }

    private static IEnumerable<RuleProblem> CheckNested(CoreAttribute attribute, TfValue prior, TfValue config, TfValue planned, AttributePath path)
    {
        var type = attribute.Nested!;
        switch (planned, config)
        {
            case (TfNull, _):
                return [new(path, "planned for absence but config wants existence")];
            case (TfUnknown, _):
                return [new(path, "planned unknown for configured value")];
            case (TfMapping, TfMapping) when attribute.Nesting == CoreNesting.Single:
                return CheckObject(type, prior, config, planned, path);
            case (TfMapping plan, TfMapping configured):
                var gone =
                    configured.Keys.Where(k => !plan.ContainsKey(k)).Select(k => new RuleProblem(path, $"map key \"{k}\" from config is not present in plan"));
                var extra =
                    plan.Keys.Where(k => !configured.ContainsKey(k)).Select(k => new RuleProblem(path, $"map key \"{k}\" from plan is not present in config"));
                var both = plan.Keys.Where(configured.ContainsKey).SelectMany(k =>
                    CheckElement(type, (prior as TfMapping)?[k] ?? TfValue.Null, configured[k], plan[k], path.Key(k)));
                return gone.Concat(extra).Concat(both);
            case (TfSequence plan, TfSequence configured) when plan.Elements.Count != configured.Elements.Count:
                return [new(path, $"count in plan ({plan.Elements.Count}) disagrees with count in config ({configured.Elements.Count})")];
            case (TfSequence plan, TfSequence configured) when attribute.Nesting == CoreNesting.List:
                return plan.Elements.SelectMany((e, i) => CheckElement(type, At(prior, i), configured.Elements[i], e, path.Index(i)));
            case (TfSequence plan, TfSequence configured):
                return plan.Elements
                    .Where(e => !configured.Elements.Any(c => !CheckElement(type, TfValue.Null, c, e, path).Any()))
                    .Select(e => new RuleProblem(path, $"planned set element {GoText.Of(e)} does not correlate with any element in config"));
            default:
                return [];
        }
    }

    private static IEnumerable<RuleProblem> CheckElement(CoreObject type, TfValue prior, TfValue config, TfValue planned, AttributePath path) =>
        (planned, config) switch
        {
            (TfMapping, TfMapping) => CheckObject(type, prior, config, planned, path),
            _ when planned.Equals(config) => [],
            _ => [new(path, "planned unknown for configured value")],
        };

    private static TfValue At(TfValue list, int index) => list is TfSequence s && index < s.Elements.Count ? s.Elements[index] : TfValue.Null;
}
