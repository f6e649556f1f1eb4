using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Lifecycle;
using Dashserv.Provider.Operations;
using Dashserv.Provider.Text;
using TerraformPlugin.Authoring;

namespace Dashserv.Provider.DedicatedServers;

/// <summary>Changes a dedicated server in place: reinstall, then power. The state follows each step.</summary>
internal sealed class DedicatedServerUpdate(Session session, OperationRunner runner, ApplyContext<DedicatedServerModel> context)
{
    private DedicatedServerPrivateState Private => new(context.Private);

    private DedicatedServerTemplates Templates => new(session, runner.Token);

    public async Task RunAsync(bool wasPending)
    {
        var plan = context.Plan;
        var table = DedicatedServerSchema.Schema.Table;
        var actual = table.Copy(context.State!);
        var change = wasPending ? null : await DedicatedServerChange.FindAsync(session, context.Private, table.Copy(plan), actual, runner.Token);
        _ = new OrderPrivateState(context.Private) { KnowsOrder = true, PlannedPrice = null };
        var server = new DedicatedServerOperations(session, actual.Id.Known);
        var isTouched = false;
        if (change?.ReinstallsFor is not null)
        {
            await InstallAsync(change.Resumes, actual);
            isTouched = true;
        }

        if (plan.PowerState.IsKnown && (isTouched || !plan.PowerState.Equals(actual.PowerState)))
        {
            await new ServerPower(session.Access, server.Power, plan.ShutdownLimit, plan.ForceStop.Or(false)).SwitchAsync(runner, plan.PowerState.Known);
            isTouched = true;
        }

        if (!isTouched && table.IsWhollyKnown(plan))
        {
            context.State = plan;
            return;
        }

        var snapshot = await server.ReadAsync(runner.Token);
        Private.Applied(snapshot);
        context.State =
            DedicatedServerMapping.Complete(plan, actual, snapshot, await Templates.NamedAsync(plan.Template.IsKnown ? null : snapshot.Installation.Os));
    }

    private async Task InstallAsync(bool resumes, DedicatedServerModel actual)
    {
        var plan = context.Plan;
        var template = await Templates.CheckAsync(plan.Template.Known, DedicatedServerInstallWords.NotInstalled(plan.Template.Known));
        var (before, undo) = (DedicatedServerSchema.Schema.Table.Copy(actual), Private.Remember());
        var earlier = resumes ? Private.Asked : null;
        await runner.RunAsync(new DedicatedServerInstallOperation(session, actual.Id.Known, template, plan.Hostname.Known, earlier, Note, stage =>
        {
            Private.Reached(stage, template.Name, undo);

            // The trigger is pulled with that: should the rest fail, it is not pulled again. Where it was not done, it still is wanted.
            var known = stage == OperationStage.NotSent ? before : plan;
            (actual.Template, actual.Hostname, actual.ReinstallTriggers) = (known.Template, known.Hostname, known.ReinstallTriggers);
            actual.DiskWipedAt = stage == OperationStage.NotSent ? before.DiskWipedAt : Timestamp.Of(session.Access.Time.GetUtcNow());
            context.State = DedicatedServerSchema.Schema.Table.Copy(actual);
        }));

        void Note(InstallationMark? mark)
        {
            var noted = Private;
            noted.Asked = mark;
        }
    }
}
