using TerraformPlugin.Schema;
using TerraformPlugin.Values;

namespace TerraformPlugin.Planning;

/// <summary>A refresh: what the resource says that there is, as core may have it.</summary>
internal static class ResourceReader
{
    /// <param name="table">The resource's attributes.</param>
    /// <param name="current">What the state holds.</param>
    /// <param name="ownReadAsync">The resource's own look at what there is.</param>
    /// <param name="diagnostics">What is wrong.</param>
    /// <returns>The state; nothing (a C# null) where it is to stay as it was, since there is nothing to read or the read has failed.</returns>
    public static async Task<TfValue?> ReadAsync(IObjectTable table, TfValue current, Func<TfValue, Task<TfValue>> ownReadAsync, Diagnostics diagnostics)
    {
        if (current.IsNull)
        {
            return null;
        }

        var state = await ownReadAsync(current).ConfigureAwait(false);
        return diagnostics.HasErrors ? null : PlanSteps.WriteOnlyToNull(table, ResultCheck.WithoutUnknowns(state, table.ObjectType, diagnostics));
    }
}
