using TerraformPlugin.Schema;
using TerraformPlugin.Values;

namespace TerraformPlugin.Planning;

/// <summary>The steps of a plan as pure functions, in the order in which they are applied.</summary>
internal static class PlanSteps
{
    /// <summary>1. What the configuration leaves out takes its default.</summary>
    public static TfValue Defaults(IObjectTable table, TfValue planned, TfValue config) =>
        PlanWalk.Apply(table, planned, config, null, (attribute, value, configured, _, _) =>
            configured.IsNull && attribute.DefaultValue is { } byDefault ? byDefault : value);

    /// <summary>The same for a state that was imported or upgraded: only what is null takes its default.</summary>
    public static TfValue DefaultsForNull(IObjectTable table, TfValue state) => Defaults(table, state, state);

    /// <summary>2. Write-only values never enter a plan.</summary>
    public static TfValue WriteOnlyToNull(IObjectTable table, TfValue planned) =>
        PlanWalk.Apply(table, planned, TfValue.Null, null, (attribute, value, _, _, _) => attribute.IsWriteOnly ? TfValue.Null : value);

    /// <summary>3. What is written differently but means the same stays as the state has it.</summary>
    public static TfValue SameMeaning(IObjectTable table, TfValue planned, TfValue prior) =>
        PlanWalk.Apply(table, planned, TfValue.Null, prior, (attribute, value, _, before, _) =>
            before is not null && IsKnown(value) && IsKnown(before) && attribute.AreSemanticallyEqual(value, before) ? before : value);

    /// <summary>4. If anything changes, what the provider computes is unknown until the apply, except what no change touches.</summary>
    public static TfValue ComputedToUnknown(IObjectTable table, TfValue planned, TfValue config, TfValue prior) =>
        planned.Equals(prior)
            ? planned
            : PlanWalk.Apply(
                table,
                planned,
                config,
                prior,
                (attribute, value, configured, before, _) =>
                    !attribute.IsComputed || (!configured.IsNull && attribute.IsOptional) || attribute.DefaultValue is not null ? value
                    : attribute.UsesStateForUnknown && before is not null ? before
                    : TfValue.Unknown,
                onlyConfigured: true);

    /// <summary>
    /// 6. Which changed attributes replace the resource: sorted, each once. What the provider will compute anew is no change that anybody asked for.
    /// </summary>
    public static IReadOnlyList<AttributePath> Replacements(
        IObjectTable table, TfValue planned, TfValue config, TfValue prior, IEnumerable<AttributePath> demanded)
    {
        var paths = demanded.ToHashSet();
        if (prior is TfMapping)
        {
            PlanWalk.Apply(table, planned, config, prior, (attribute, value, configured, before, path) =>
            {
                var isComputedAnew = value is TfUnknown && (configured.IsNull || !attribute.IsOptional);
                if (attribute.ForcesReplacement && !isComputedAnew && !value.Equals(before ?? TfValue.Null))
                {
                    paths.Add(path);
                }

                return value;
            });
        }

        return [.. paths.OrderBy(p => p.ToString(), StringComparer.Ordinal)];
    }

    private static bool IsKnown(TfValue value) => !value.IsNull && value.IsWhollyKnown;
}
