using Dashserv.Api;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Lifecycle;
using TerraformPlugin.Authoring;

namespace Dashserv.Provider.DedicatedServers;

/// <summary>Changes a dedicated server in place: reinstall, then power. The state follows each step.</summary>
internal sealed class DedicatedUpdate(Session session, ApplyContext<DedicatedModel> context)
{
    public async Task RunAsync(bool wasPending, CancellationToken cancellationToken)
    {
        var plan = context.Plan;
        var table = DedicatedSchema.Schema.Table;
        var actual = table.Copy(context.State!);
        var change = wasPending ? null : await DedicatedChange.FindAsync(session, context.Private, table.Copy(plan), actual, cancellationToken);
        _ = new OrderNotes(context.Private) { KnowsOrder = true, PlannedPrice = null };
        var operations = new DedicatedOperations(session, actual.Id.Known);
        var isTouched = false;
        if (change?.ReinstallsFor is not null)
        {
            await InstallAsync(change.Resumes, actual, cancellationToken);
            isTouched = true;
        }

        if (plan.PowerState.IsKnown && (isTouched || !plan.PowerState.Equals(actual.PowerState)))
        {
            await operations.Power.ChangeAsync(plan.PowerState.Known, plan.Patience(), plan.ForceStop.Or(false), cancellationToken);
            isTouched = true;
        }

        if (!isTouched && table.IsWhollyKnown(plan))
        {
            context.State = plan;
            return;
        }

        var look = await operations.LookAsync(cancellationToken);
        new DedicatedNotes(context.Private).Applied(look);
        var template = await new DedicatedTemplates(session, cancellationToken).NamedAsync(plan.Template.IsKnown ? null : look.Installation.Os);
        context.State = DedicatedMapping.Complete(plan, actual, look, template);
    }

    private async Task InstallAsync(bool resumes, DedicatedModel actual, CancellationToken cancellationToken)
    {
        var plan = context.Plan;
        var installer = new DedicatedInstaller(session, actual.Id.Known, new DedicatedNotes(context.Private), isCreate: false);
        try
        {
            var template = await new DedicatedTemplates(session, cancellationToken).ResolveAsync(plan.Template.Known);
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
            context.State = DedicatedSchema.Schema.Table.Copy(actual);
        }
    }
}
