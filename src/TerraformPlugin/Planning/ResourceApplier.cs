using TerraformPlugin.Schema;
using TerraformPlugin.Values;

namespace TerraformPlugin.Planning;

/// <summary>An apply: the resource's own work, and core's rules on what it leaves behind.</summary>
internal static class ResourceApplier
{
    /// <param name="table">The resource's attributes.</param>
    /// <param name="planned">What was planned; null where the plan is to destroy.</param>
    /// <param name="workAsync">The resource's own work. It may throw at any time, and what it throws goes on to the caller.</param>
    /// <param name="state">What the resource has put into its state so far.</param>
    /// <param name="keep">Takes what is in the state in the end, also when the work throws: nothing that exists is forgotten.</param>
    /// <param name="diagnostics">What is wrong; an error that is there after the work makes it a failure.</param>
    public static async Task ApplyAsync(
        IObjectTable table, TfValue planned, Func<Task> workAsync, Func<TfValue> state, Action<TfValue> keep, Diagnostics diagnostics)
    {
        var hasSucceeded = false;
        try
        {
            await workAsync().ConfigureAwait(false);
            hasSucceeded = !diagnostics.HasErrors;
        }
        finally
        {
            var left = PlanSteps.WriteOnlyToNull(table, state());
            keep(hasSucceeded ? Checked(table, planned, left, diagnostics) : ResultCheck.WithoutUnknowns(left, table.ObjectType, report: null));
        }
    }

    private static TfValue Checked(IObjectTable table, TfValue planned, TfValue left, Diagnostics diagnostics)
    {
        var result = ResultCheck.WithoutUnknowns(left, table.ObjectType, diagnostics);
        if (!diagnostics.HasErrors)
        {
            ResultCheck.RefinesPlan(table, planned, result, diagnostics);
        }

        return result;
    }
}
