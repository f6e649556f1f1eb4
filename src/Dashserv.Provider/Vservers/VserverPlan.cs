using Dashserv.Provider.Configuration;
using Dashserv.Provider.Lifecycle;
using Dashserv.Provider.Ordering;
using Dashserv.Provider.Text;
using TerraformPlugin.Authoring;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Vservers;

/// <summary>A vserver's own say in its plan: what the order costs and whether the form allows it, and which change is done how.</summary>
internal sealed class VserverPlan(Session session, VserverNoun noun, PlanContext<VserverModel> context)
{
    /// <returns>The attributes because of which the server is replaced.</returns>
    public async Task<IReadOnlyList<string>> ChangeAsync(VserverModel plan, VserverModel prior)
    {
        var change = await VserverChange.FindAsync(session, context.Private, plan, prior, context.CancellationToken);
        if (change.Replaces.Count > 0)
        {
            return change.Replaces;
        }

        var canResize = change.Resizes && CheckSizes(plan);
        noun.LeaveOpen(plan, prior);
        CheckDisk(plan, prior);
        if (change.IsImageForbidden)
        {
            context.Diagnostics.Error(
                "image", "The image must not change",
                $"on_os_change is \"error\", and image would change from {prior.Image} to {plan.Image}. Nothing was done.");
        }

        if (change.Reinstalls)
        {
            await PlanReinstallAsync(plan, prior);
        }
        else if (!prior.Id.IsNull && prior.Image.IsNull && plan.Image.IsKnown)
        {
            await CheckImageAsync(plan.Image.Known);
            WarnOfAdoption(plan.Image.Known, "does not say what is installed", prior);
        }
        else if (change.AdoptsImage)
        {
            WarnOfAdoption(plan.Image.Known, $"calls what is installed \"{prior.Image}\"", prior);
        }

        if (change.Resizes)
        {
            // What a resize changes besides what was asked for.
            (plan.Status, plan.Quote) = (Value<string>.Unknown, Value<QuoteModel>.Unknown);
            (plan.MonthlyPrice, plan.HourlyPrice) = (Value<decimal>.Unknown, Value<decimal>.Unknown);
        }

        if (canResize)
        {
            await PlannedQuote.ShowAsync(session, context, VserverArguments.ForResize(plan));
            WarnOfRestart(plan, prior);
        }

        return [];
    }

    private void WarnOfRestart(VserverModel plan, VserverModel prior)
    {
        if (plan.Quote is { IsKnown: true, Known: var quote })
        {
            (plan.MonthlyPrice, plan.HourlyPrice) = (quote.MonthlyGross, quote.HourlyGross);
        }

        if (!prior.Id.IsNull)
        {
            context.Diagnostics.Warning(
                plan.Cores.Equals(prior.Cores) ? plan.Ram.Equals(prior.Ram) ? "disk" : "ram" : "cores", "A resize restarts the server",
                $"The {noun.Describe(prior)} restarts when it is resized. What is on its disk stays.");
        }
    }

    // The user's word is taken, as nothing must be wiped on a guess.
    private void WarnOfAdoption(string image, string installed, VserverModel prior) => context.Diagnostics.Warning(
        "image",
        "What is installed is taken for this image",
        $"Of the {noun.Describe(prior)}, the API {installed}. It is taken for {image}, and left as it is. "
        + "To have it installed all the same, apply this with reinstall_triggers set, and then change one of them; everything on the disk is lost then.");

    private async Task PlanReinstallAsync(VserverModel plan, VserverModel prior)
    {
        if (plan.Image.IsNull)
        {
            context.Diagnostics.Error(
                "image",
                "An image is needed",
                $"The {noun.Describe(prior)} would be reinstalled because of reinstall_triggers, and with what is not known: image is not set, and the API "
                    + "does not say what is installed. Nothing was done. Set image.");
            return;
        }

        if (plan.Image.IsKnown)
        {
            // Before the warning: what cannot be installed wipes nothing.
            await CheckImageAsync(plan.Image.Known, new VserverPrivateState(context.Private).InstalledAs(plan.Image, prior.Image));
        }

        var isTriggered = TextMap.IsChanged(plan.ReinstallTriggers, prior.ReinstallTriggers);
        var attribute = isTriggered && (prior.Image.IsNull || plan.Image.Equals(prior.Image)) ? "reinstall_triggers" : "image";
        var reason = isTriggered || !plan.Image.Equals(prior.Image) ? attribute : "its last installation, which failed";
        context.Diagnostics.Warning(
            attribute,
            "This wipes the disk",
            $"The {noun.Describe(prior)} will be reinstalled in place because of {reason}. Everything on its disk is lost; its addresses stay.");
        (plan.Status, plan.DiskWipedAt) = (Value<string>.Unknown, Value<string>.Unknown);
    }

    private async Task CheckImageAsync(string image, string? installed = null)
    {
        if (session.Access.ChecksPlans)
        {
            await new VserverImageNames(session, context.CancellationToken).ResolveAsync(image, installed);
        }
    }

    // The API takes all three at once; what was ordered by another name, in options, only the API can tell.
    private bool CheckSizes(VserverModel plan)
    {
        Demand("cores", plan.Cores.IsNull);
        Demand("ram", plan.Ram.IsNull);
        Demand("disk", plan.Disk.IsNull);
        return !(plan.Cores.IsNull || plan.Ram.IsNull || plan.Disk.IsNull);

        void Demand(string attribute, bool isAbsent)
        {
            if (isAbsent)
            {
                context.Diagnostics.Error(
                    attribute, $"{attribute} is needed",
                    $"A resize tells the API cores, ram and disk, and it is not known what this server has of {attribute}. Nothing was done. Set {attribute}.");
            }
        }
    }

    private void CheckDisk(VserverModel plan, VserverModel prior)
    {
        if (plan.Disk.IsKnown && prior.Disk.IsKnown && plan.Disk.Known < prior.Disk.Known)
        {
            context.Diagnostics.Error(
                "disk",
                "A disk cannot shrink",
                $"The server's disk has {prior.Disk} GB, and the API only makes disks larger; disk = {plan.Disk} is not possible in place. "
                + $"Set disk to {prior.Disk} or more, or replace the server, which loses its data and its address: \"terraform taint ADDRESS\", then apply. "
                + "(-replace asks for the change in place first, and ends here too.)");
        }
    }
}
