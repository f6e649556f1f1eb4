using TerraformPlugin.Values;

namespace Dashserv.Provider.Vservers;

/// <summary>Checks across a vserver's attributes that need no API.</summary>
internal static class VserverChecks
{
    public static void Run(VserverModel config, Diagnostics diagnostics)
    {
        if (config.Product.IsUnknown)
        {
            return;
        }

        if (config.Product.Or(VserverModel.Configurable) == VserverModel.Packaged)
        {
            CheckPackaged(config, diagnostics);
        }
        else
        {
            CheckConfigurable(config, diagnostics);
        }
    }

    private static void CheckPackaged(VserverModel config, Diagnostics diagnostics)
    {
        if (config.Package.IsNull)
        {
            diagnostics.Error(
                "package", "A package is needed", "Product \"vserver\" is sold in packages. Set package; the data source dashserv_order_form lists them.");
        }

        Forbid("cores", config.Cores.IsNull);
        Forbid("ram", config.Ram.IsNull);
        Forbid("disk", config.Disk.IsNull);

        void Forbid(string attribute, bool isAbsent)
        {
            if (!isAbsent)
            {
                diagnostics.Error(
                    attribute,
                    $"{attribute} comes with the package",
                    $"With product \"vserver\" the package says how much there is. Leave {attribute} out, or order product \"vserver:configure\".");
            }
        }
    }

    private static void CheckConfigurable(VserverModel config, Diagnostics diagnostics)
    {
        if (!config.Package.IsNull)
        {
            diagnostics.Error(
                "package", "No packages", "Product \"vserver:configure\" is not sold in packages. Leave package out, or order product \"vserver\".");
        }

        // What the order form calls by a name of its own is in options: only the form itself tells whether that is so.
        if (config.Options.IsUnknown || config.Options is { IsKnown: true, Known.Count: > 0 })
        {
            return;
        }

        Demand("cores", config.Cores.IsNull);
        Demand("ram", config.Ram.IsNull);
        Demand("disk", config.Disk.IsNull);

        void Demand(string attribute, bool isAbsent)
        {
            if (isAbsent)
            {
                diagnostics.Error(
                    attribute, $"{attribute} is needed",
                    "With product \"vserver:configure\" (the default), set cores, ram and disk. The data source dashserv_order_form tells what is allowed. "
                        + $"If the form has a name of its own for {attribute}, set that in options instead.");
            }
        }
    }
}
