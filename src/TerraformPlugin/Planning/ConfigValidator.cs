using TerraformPlugin.Schema;
using TerraformPlugin.Values;

namespace TerraformPlugin.Planning;

/// <summary>The checks of a configuration that need no API: the table's, and the author's own on what has passed them.</summary>
internal static class ConfigValidator
{
    /// <param name="table">The block's attributes.</param>
    /// <param name="config">What the user wrote.</param>
    /// <param name="writeOnlyAllowed">Whether core can keep a write-only value out of plan and state.</param>
    /// <param name="ownChecksAsync">The author's own checks.</param>
    /// <param name="diagnostics">What is wrong.</param>
    public static async Task ValidateAsync(
        IObjectTable table, TfValue config, bool writeOnlyAllowed, Func<TfValue, Task> ownChecksAsync, Diagnostics diagnostics)
    {
        ConfigCheck.Run(table, config, writeOnlyAllowed, diagnostics);
        if (!diagnostics.HasErrors && config is TfMapping)
        {
            await ownChecksAsync(config).ConfigureAwait(false);
        }
    }
}
