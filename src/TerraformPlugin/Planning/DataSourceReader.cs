using TerraformPlugin.Schema;
using TerraformPlugin.Values;

namespace TerraformPlugin.Planning;

/// <summary>A data source's read: the configuration, completed with its defaults and with what was read.</summary>
internal static class DataSourceReader
{
    /// <param name="table">The data source's attributes.</param>
    /// <param name="config">What the user wrote.</param>
    /// <param name="ownReadAsync">The data source's own read.</param>
    /// <param name="diagnostics">What is wrong.</param>
    /// <returns>The result; nothing (a C# null) where the read has failed.</returns>
    public static async Task<TfValue?> ReadAsync(IObjectTable table, TfValue config, Func<TfValue, Task<TfValue>> ownReadAsync, Diagnostics diagnostics)
    {
        var result = await ownReadAsync(PlanSteps.Defaults(table, config, config)).ConfigureAwait(false);
        return diagnostics.HasErrors ? null : ResultCheck.WithoutUnknowns(result, table.ObjectType, diagnostics);
    }

    /// <summary>What is known of a read that is put off.</summary>
    public static TfValue PutOff(IObjectTable table, TfValue config) =>
        PlanSteps.ComputedToUnknown(table, PlanSteps.Defaults(table, config, config), config, TfValue.Null);
}
