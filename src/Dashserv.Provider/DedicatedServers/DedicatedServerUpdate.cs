using Dashserv.Api;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Lifecycle;
using TerraformPlugin.Authoring;

namespace Dashserv.Provider.DedicatedServers;

/// <summary>Changes a dedicated server in place: reinstall, then power. The state follows each step.</summary>
internal sealed class DedicatedServerUpdate(Session session, ApplyContext<DedicatedServerModel> context)
{
    public async Task RunAsync(bool wasPending, CancellationToken cancellationToken)
    {
        var plan = context.Plan;
        var table = DedicatedServerSchema.Schema.Table;
        var actual = table.Copy(context.State!);
        var change = wasPending ? null : await DedicatedServerChange.FindAsync(session, context.Private, table.Copy(plan), actual, cancellationToken);
        _ = new OrderPrivateState(context.Private) { KnowsOrder = true, PlannedPrice = null };
        var operations = new DedicatedServerOperations(session, actual.Id.Known);
        var isTouched = false;
        if (change?.ReinstallsFor is not null)
        {
            await InstallAsync(change.Resumes, actual, cancellationToken);
            isTouched = true;
        }

        if (plan.PowerState.IsKnown && (isTouched || !plan.PowerState.Equals(actual.PowerState)))
        {
            await operations.Power.ChangeAsync(plan.PowerState.Known, plan.ShutdownLimit, plan.ForceStop.Or(false), cancellationToken);
            isTouched = true;
        }

        if (!isTouched && table.IsWhollyKnown(plan))
        {
            context.State = plan;
            return;
        }

        var look = await operations.LookAsync(cancellationToken);
        new DedicatedServerPrivateState(context.Private).Applied(look);
        var template = await new DedicatedServerTemplates(session, cancellationToken).NamedAsync(plan.Template.IsKnown ? null : look.Installation.Os);
        context.State = DedicatedServerMapping.Complete(plan, actual, look, template);
    }

    private async Task InstallAsync(bool resumes, DedicatedServerModel actual, CancellationToken cancellationToken)
    {
        var plan = context.Plan;
        var installer = new DedicatedServerInstaller(session, actual.Id.Known, new DedicatedServerPrivateState(context.Private), isCreate: false);
        try
        {
            var template = await new DedicatedServerTemplates(session, cancellationToken).ResolveAsync(plan.Template.Known);
            if (!resumes || !await installer.HasFinishedAsync(template, cancellationToken))
            {
                await installer.InstallAsync(template, plan.Hostname.Known, Begun, cancellationToken);
            }
        }
        catch (ApiException e)
        {
            throw installer.Explain(plan.Template.Known, e);
        }

        // The trigger is pulled with that: should the rest fail, it is not pulled again.
        void Begun()
        {
            (actual.Template, actual.Hostname, actual.ReinstallTriggers) = (plan.Template, plan.Hostname, plan.ReinstallTriggers);
            context.State = DedicatedServerSchema.Schema.Table.Copy(actual);
        }
    }
}
