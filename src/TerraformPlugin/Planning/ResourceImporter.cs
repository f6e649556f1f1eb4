using TerraformPlugin.Schema;
using TerraformPlugin.Values;

namespace TerraformPlugin.Planning;

/// <summary>An import by id: what the resource fills in, with the table's defaults for the rest.</summary>
internal static class ResourceImporter
{
    /// <param name="table">The resource's attributes.</param>
    /// <param name="id">The id; empty where core imports by something else.</param>
    /// <param name="ownImportAsync">The resource's own import.</param>
    /// <param name="diagnostics">What is wrong.</param>
    /// <returns>The state to be read next; nothing (a C# null) where the import has failed.</returns>
    public static async Task<TfValue?> ImportAsync(IObjectTable table, string id, Func<string, Task<TfValue>> ownImportAsync, Diagnostics diagnostics)
    {
        if (id.Length == 0)
        {
            diagnostics.Error("Import by identity is not supported", "Give the id: import { to = …, id = \"…\" }.");
            return null;
        }

        var state = await ownImportAsync(id).ConfigureAwait(false);
        return diagnostics.HasErrors ? null : PlanSteps.WriteOnlyToNull(table, PlanSteps.DefaultsForNull(table, state));
    }
}
