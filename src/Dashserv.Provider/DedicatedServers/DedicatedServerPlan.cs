using Dashserv.Provider.Configuration;
using Dashserv.Provider.Lifecycle;
using Dashserv.Provider.Ordering;
using TerraformPlugin.Authoring;
using TerraformPlugin.Values;

namespace Dashserv.Provider.DedicatedServers;

/// <summary>A dedicated server's own say in its plan: stock, price, and which change is done how.</summary>
internal sealed class DedicatedServerPlan(Session session, DedicatedServerNoun noun, PlanContext<DedicatedServerModel> context)
{
    private DedicatedServerTemplates Templates => new(session, context.CancellationToken);

    public async Task CreateAsync(DedicatedServerModel plan)
    {
        if (context.Config is { Template.IsNull: false, Hostname.IsNull: true })
        {
            DemandHostname();
            return;
        }

        if (!session.Access.ChecksPlans || !plan.Model.IsKnown)
        {
            return;
        }

        if (plan.Template.IsKnown)
        {
            await Templates.CheckAsync(plan.Template.Known, OrderWords.PlanWithout);
        }

        if (await DedicatedServerStock.CheckAsync(session, plan.Model.Known, context.Diagnostics, context.CancellationToken))
        {
            await PlannedQuote.ShowAsync(session, context, noun.Arguments(context.Config!, null), noun);
        }
    }

    /// <returns>The attributes because of which the server is replaced.</returns>
    public async Task<IReadOnlyList<string>> ChangeAsync(DedicatedServerModel plan, DedicatedServerModel prior)
    {
        var change = await DedicatedServerChange.FindAsync(session, context.Private, plan, prior, context.CancellationToken);
        if (change.Replaces.Count > 0)
        {
            return change.Replaces;
        }

        noun.LeaveOpen(plan, prior);
        if (change.Forbidden is { } forbidden)
        {
            var (from, to) = forbidden == "template" ? (prior.Template, plan.Template) : (prior.Hostname, plan.Hostname);
            context.Diagnostics.Error(
                forbidden,
                $"{forbidden} must not change",
                $"on_os_change is \"error\", and {forbidden} would change from {from.Or("nothing")} to {to}. Nothing was done. Set the old value again, or "
                    + "choose \"reinstall\" or \"replace\"; both lose what is on the disks.");
        }

        if (change.ReinstallsFor is { } reason && !prior.Id.IsNull)
        {
            await PlanReinstallAsync(plan, prior, reason, change.Resumes);
        }
        else if (change.Forbidden is null && !prior.Id.IsNull && prior.Template.IsNull && plan.Template.IsKnown)
        {
            await AdoptAsync(plan.Template.Known, prior);
        }

        return [];
    }

    // Which template it was, the API does not say in the templates' words: the user's word is taken, as nothing must be wiped on a guess.
    private async Task AdoptAsync(string template, DedicatedServerModel prior)
    {
        if (session.Access.ChecksPlans)
        {
            await Templates.CheckAsync(template, OrderWords.PlanWithout);
        }

        var installed = prior.Os.IsNull ? "does not say what is installed" : $"calls what is installed \"{prior.Os}\", which is no template's name";
        context.Diagnostics.Warning(
            "template",
            "What is installed is taken for this template",
            $"Of the {noun.Describe(prior)}, the API {installed}. It is taken for {template}, and left as it is. "
            + "To have it installed all the same, apply this with reinstall_triggers set, and then change one of them; everything on the disks is lost then.");
    }

    private async Task PlanReinstallAsync(DedicatedServerModel plan, DedicatedServerModel prior, string reason, bool resumes)
    {
        if (plan.Template.IsNull)
        {
            context.Diagnostics.Error(
                "template",
                "A template is needed",
                $"The {noun.Describe(prior)} would be reinstalled because of {reason}, and with what is not known: template is not set, and the API calls "
                    + "what is installed by no template's name. Nothing was done. Set template.");
            return;
        }

        if (plan.Hostname.IsNull)
        {
            DemandHostname();
            return;
        }

        if (session.Access.ChecksPlans && plan.Template.IsKnown)
        {
            await Templates.CheckAsync(plan.Template.Known, OrderWords.PlanWithout);
        }

        context.Diagnostics.Warning(
            reason,
            "This wipes the disks",
            resumes && new DedicatedServerPrivateState(context.Private).Asked is null
                ? $"{plan.Template} was ordered with the {noun.Describe(prior)}, and is not installed yet. It will be: everything on the disks is lost then."
            : resumes
                ? $"The last installation of the {noun.Describe(prior)} was not seen to succeed. It will be waited for where it still runs, and else be "
                    + "repeated: everything on the disks is lost then; its addresses stay."
                : $"The {noun.Describe(prior)} will be reinstalled in place because of {reason}. Everything on its disks is lost; its addresses stay.");
        (plan.Os, plan.Status, plan.DiskWipedAt) = (Value<string>.Unknown, Value<string>.Unknown, Value<string>.Unknown);
    }

    // Only where something is installed: after an import, which cannot read it, a server is as well without one.
    private void DemandHostname() =>
        context.Diagnostics.Error("hostname", "A host name is needed", "Installing a template needs a host name: set hostname, or leave template out.");
}
