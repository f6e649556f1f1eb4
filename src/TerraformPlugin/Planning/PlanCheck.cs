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
                diagnostics.Error(path, "The provider made an invalid plan", $"{path}: {problem} This is a bug in the provider; please report it.");
            }

            return value;
        });

    private static string? FindProblem(SchemaAttribute attribute, TfValue planned, TfValue config, TfValue prior)
    {
        if (attribute.IsWriteOnly)
        {
            return planned.IsNull ? null : "a write-only value is in the plan.";
        }

        if (planned.Equals(config) || (!config.IsNull && !prior.IsNull && planned.Equals(prior)) || (config.IsNull && attribute.IsComputed))
        {
            return null;
        }

        if (config.IsNull)
        {
            return "a value is planned that neither the configuration nor the provider sets.";
        }

        return attribute.Nested is not null && !planned.IsNull && !planned.IsUnknown
            ? null
            : "the configured value is changed in the plan.";
    }
}
