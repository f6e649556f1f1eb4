using TerraformPlugin.Schema;
using TerraformPlugin.Values;

namespace TerraformPlugin.Planning;

/// <summary>A plan, on one page: the table's rules in their order, the resource's own say, and core's rules on the outcome.</summary>
internal static class ResourcePlanner
{
    /// <param name="table">The resource's attributes.</param>
    /// <param name="config">What the user wrote; null where the plan is to destroy.</param>
    /// <param name="prior">What the state holds; null where the plan is to create.</param>
    /// <param name="proposed">What core has made of the two; null where the plan is to destroy.</param>
    /// <param name="ownPlanAsync">The resource's own say: what it makes of the planned value, and what else replaces the resource.</param>
    /// <param name="diagnostics">What is wrong with the outcome.</param>
    public static async Task<PlannedChange> PlanAsync(
        IObjectTable table, TfValue config, TfValue prior, TfValue proposed, Func<TfValue, Task<PlannedChange>> ownPlanAsync, Diagnostics diagnostics)
    {
        var planned = proposed;
        if (!planned.IsNull)
        {
            planned = PlanSteps.Defaults(table, planned, config);
            planned = PlanSteps.WriteOnlyToNull(table, planned);
            planned = PlanSteps.SameMeaning(table, planned, prior);
            planned = PlanSteps.ComputedToUnknown(table, planned, config, prior);
        }

        (planned, var demanded) = await ownPlanAsync(planned).ConfigureAwait(false);
        if (planned.IsNull)
        {
            return new PlannedChange(planned, []);
        }

        PlanCheck.Run(table, planned, config, prior, diagnostics);
        var replacements = PlanSteps.Replacements(table, planned, config, prior, demanded);
        PlanCheck.Replacements(replacements, planned, prior, diagnostics);
        return new PlannedChange(planned, replacements);
    }
}
