using Dashserv.Provider.Configuration;
using Dashserv.Provider.Lifecycle;
using TerraformPlugin.Authoring;

namespace Dashserv.Provider.DedicatedServers;

/// <summary>Changes a dedicated server in place: reinstall, then power. The state follows each step.</summary>
internal sealed class DedicatedUpdate(Session session, ApplyContext<DedicatedModel> context)
{
    public async Task RunAsync(bool wasPending, CancellationToken cancellation)
    {
        var plan = context.Plan;
        var table = DedicatedSchema.Schema.Table;
        var actual = table.Copy(context.State!);
        var change = wasPending ? null : await DedicatedChange.FindAsync(session, context.Private, table.Copy(plan), actual, cancellation);
        _ = new OrderNotes(context.Private) { KnowsOrder = true, PlannedPrice = null };
        var operations = new DedicatedOperations(session, actual.Id.Known);
        var isTouched = false;
        if (change?.ReinstallsFor is not null)
        {
            var template = await new DedicatedTemplates(session, cancellation).ResolveAsync(plan.Template.Known);
            await operations.InstallAsync(template, plan.Hostname.Known, cancellation);
            (actual.Template, actual.Hostname, actual.ReinstallTriggers) = (plan.Template, plan.Hostname, plan.ReinstallTriggers);
            context.State = table.Copy(actual);
            isTouched = true;
        }

        if (plan.PowerState.IsKnown && (isTouched || !plan.PowerState.Equals(actual.PowerState)))
        {
            await operations.Power.EnsureAsync(plan.PowerState.Known, plan.Patience(), plan.ForceStop.Or(false), cancellation);
            isTouched = true;
        }

        if (!isTouched && table.IsWhollyKnown(plan))
        {
            context.State = plan;
            return;
        }

        var look = await operations.LookAsync(cancellation);
        new DedicatedNotes(context.Private).Applied(look);
        context.State = DedicatedMapping.Complete(plan, actual, look);
    }
}
