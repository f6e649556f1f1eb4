using TerraformPlugin.Schema;
using TerraformPlugin.Values;

namespace TerraformPlugin.Planning;

/// <summary>Core's rules on a plan, checked before it leaves: a mistake of ours is then reported with its place, not as an internal error of core's.</summary>
internal static class PlanCheck
{
    public static void Run(IObjectTable table, TfValue planned, TfValue config, TfValue prior, Diagnostics diagnostics) =>
        PlanWalk.Apply(table, planned, config, prior, (attribute, value, configured, before, path) =>
        {
            if (FindProblem(attribute, value, configured, before ?? TfValue.Null) is { } problem)
            {
                Report(diagnostics, path, problem);
            }

            return value;
        });

    /// <summary>Each path that replaces the resource leads to something.</summary>
    public static void Replacements(IReadOnlyList<AttributePath> paths, TfValue planned, TfValue prior, Diagnostics diagnostics)
    {
        foreach (var path in paths.Where(p => p.Steps.Count == 0 || !(p.LeadsInto(planned) || p.LeadsInto(prior))))
        {
            Report(diagnostics, path, "a replacement is asked for because of an attribute that is not there.");
        }
    }

    private static string? FindProblem(SchemaAttribute attribute, TfValue planned, TfValue config, TfValue prior)
    {
        if (attribute.IsWriteOnly)
        {
            return planned.IsNull ? null : "a write-only value is in the plan.";
        }

        // What is only computed is the provider's, also where core, for ignore_changes, shows the state's value as if it were configured.
        var isProviders = attribute.IsComputed && (config.IsNull || !attribute.IsOptional);
        if (planned.Equals(config) || (!config.IsNull && !prior.IsNull && planned.Equals(prior)) || isProviders)
        {
            return null;
        }

        if (config.IsNull)
        {
            return "a value is planned that neither the configuration nor the provider sets.";
        }

        return attribute.Nested is null || planned.IsNull || planned.IsUnknown
            ? "the configured value is changed in the plan."
            : FitsInNumber(planned, config) ? null : "there are more or fewer nested objects in the plan than are configured.";
    }

    private static bool FitsInNumber(TfValue planned, TfValue config) => (planned, config) switch
    {
        (TfMapping plan, TfMapping configured) => plan.Keys.SequenceEqual(configured.Keys),
        (TfSequence plan, TfSequence configured) => plan.Elements.Count == configured.Elements.Count,
        _ => false,
    };

    private static void Report(Diagnostics diagnostics, AttributePath path, string problem) =>
        diagnostics.Error(path, "The provider made an invalid plan", $"{path}: {problem} This is a bug in the provider; please report it.");
}
