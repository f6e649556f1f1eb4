using TerraformPlugin.Values;

namespace Dashserv.Provider.Vservers;

/// <summary>Refuses what would lose a server or its data unasked.</summary>
internal static class VserverProtection
{
    public static void Check(VserverModel prior, string deed, Diagnostics diagnostics)
    {
        if (prior.DeletionProtection.Or(false))
        {
            diagnostics.Error(
                "deletion_protection",
                "The server is protected",
                $"The plan would {deed} the server {prior.Name.Or("")} ({prior.Id}), and its deletion_protection is true. "
                + "If that is what you want, set deletion_protection = false, apply, and plan again.");
        }
    }

    public static void CheckDisk(VserverModel plan, VserverModel prior, Diagnostics diagnostics)
    {
        if (plan.Disk.IsKnown && prior.Disk.IsKnown && plan.Disk.Known < prior.Disk.Known)
        {
            diagnostics.Error(
                "disk",
                "A disk cannot shrink",
                $"The server's disk has {prior.Disk} GB, and the API only makes disks larger; disk = {plan.Disk} is not possible in place. "
                + $"Set disk to {prior.Disk} or more, or replace the server, which loses its data and its address: terraform apply -replace=ADDRESS.");
        }
    }
}
