using TerraformPlugin.Schema;
using TerraformPlugin.Values;

namespace TerraformPlugin.Planning;

/// <summary>Checks a configuration against what its table allows; unknown values pass.</summary>
internal static class ConfigCheck
{
    public static void Run(IObjectTable table, TfValue config, bool writeOnlyAllowed, Diagnostics diagnostics) =>
        PlanWalk.Apply(table, config, config, null, (attribute, _, configured, _, path) =>
        {
            if (!configured.IsNull)
            {
                Check(attribute, configured, path, writeOnlyAllowed, diagnostics);
            }
            else if (attribute.IsRequired)
            {
                // Core itself only misses what is not written at all.
                diagnostics.Error(
                    path,
                    "Missing required argument",
                    $"{attribute.Name} is required, and its value is null. Set it. Where it comes from another resource, that has no such value, or has none "
                        + "yet: apply again once it has.");
            }

            return configured;
        });

    private static void Check(SchemaAttribute attribute, TfValue configured, AttributePath path, bool writeOnlyAllowed, Diagnostics diagnostics)
    {
        if (attribute.Deprecation is { } deprecation)
        {
            diagnostics.Warning(path, $"{attribute.Name} is deprecated", deprecation);
        }

        if (attribute.IsWriteOnly && !writeOnlyAllowed)
        {
            diagnostics.Error(
                path, "Write-only attribute not supported", $"{attribute.Name} is write-only, which needs Terraform 1.11 or OpenTofu 1.11, or later.");
        }

        if (configured.IsUnknown)
        {
            return;
        }

        try
        {
            if (attribute.FindProblem(configured, path) is { } problem)
            {
                diagnostics.Error(path, $"Invalid value for {attribute.Name}", problem);
            }
        }
        catch (ModelException e) when (attribute.Nested is null)
        {
            diagnostics.Error(e.Path, $"Invalid value for {attribute.Name}", e.Message);
        }
        catch (ModelException)
        {
            // The attribute of the nested object reports it itself.
        }
    }
}
