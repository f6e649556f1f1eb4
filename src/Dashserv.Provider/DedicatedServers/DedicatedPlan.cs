using Dashserv.Provider.Configuration;
using Dashserv.Provider.Lifecycle;
using Dashserv.Provider.Ordering;
using TerraformPlugin.Authoring;
using TerraformPlugin.Values;

namespace Dashserv.Provider.DedicatedServers;

/// <summary>A dedicated server's own say in its plan: stock, price, and which change is done how.</summary>
internal sealed class DedicatedPlan(Session session, DedicatedKind kind, PlanContext<DedicatedModel> context)
{
    private DedicatedTemplates Templates => new(session, context.Cancellation);

    public async Task RunAsync()
    {
        switch (context.Plan, context.Prior)
        {
            case (null, { } prior):
                Protection.Check(prior, "destroy", kind.Describe(prior), context.Diagnostics);
                break;
            case ({ } plan, null):
                await PlanCreateAsync(plan);
                break;
            case ({ } plan, { } prior):
                await PlanUpdateAsync(plan, prior);
                break;
        }
    }

    private async Task PlanCreateAsync(DedicatedModel plan)
    {
        if (!session.ChecksPlans || !plan.Model.IsKnown)
        {
            return;
        }

        if (plan.Template.IsKnown)
        {
            await Templates.CheckAsync(plan.Template.Known, LookupFailure.PlanWithout);
        }

        if (await DedicatedStock.CheckAsync(session, plan.Model.Known, context.Diagnostics, context.Cancellation))
        {
            await PlannedQuote.ShowAsync(session, context, kind.Arguments(context.Config!, null));
        }
    }

    private async Task PlanUpdateAsync(DedicatedModel plan, DedicatedModel prior)
    {
        var change = await DedicatedChange.FindAsync(session, context.Private, plan, prior, context.Cancellation);
        foreach (var attribute in change.Replaces)
        {
            context.RequireReplace(attribute);
        }

        if (change.Replaces.Count > 0)
        {
            Protection.Check(prior, $"replace (because of {string.Join(", ", change.Replaces)})", kind.Describe(prior), context.Diagnostics);
            return;
        }

        if (prior.Id.IsNull)
        {
            DedicatedUnknowns.OfPendingOrder(plan, prior);
        }

        if (change.Forbidden is { } forbidden)
        {
            var (from, to) = forbidden == "template" ? (prior.Template, plan.Template) : (prior.Hostname, plan.Hostname);
            context.Diagnostics.Error(
                forbidden,
                $"{forbidden} must not change",
                $"on_os_change is \"error\", and {forbidden} would change from {from.Or("nothing")} to {to}. Nothing was done. Set the old value again, or choose \"reinstall\" or \"replace\"; both lose what is on the disks.");
        }

        if (change.ReinstallsFor is { } reason && !prior.Id.IsNull)
        {
            await PlanReinstallAsync(plan, prior, reason, change.Resumes);
        }
    }

    private async Task PlanReinstallAsync(DedicatedModel plan, DedicatedModel prior, string reason, bool resumes)
    {
        context.Diagnostics.Warning(
            reason,
            "This wipes the disks",
            resumes
                ? $"The last installation of the {kind.Describe(prior)} was not seen to succeed. It will be waited for where it still runs, and else be repeated: everything on the disks is lost then; its addresses stay."
                : $"The {kind.Describe(prior)} will be reinstalled in place because of {reason}. Everything on its disks is lost; its addresses stay.");
        (plan.Os, plan.Status) = (Value<string>.Unknown, Value<string>.Unknown);
        if (session.ChecksPlans && plan.Template.IsKnown)
        {
            await Templates.CheckAsync(plan.Template.Known, LookupFailure.PlanWithout);
        }
    }
}
