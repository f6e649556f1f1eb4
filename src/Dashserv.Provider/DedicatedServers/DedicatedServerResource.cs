using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Lifecycle;
using Dashserv.Provider.Power;
using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;

namespace Dashserv.Provider.DedicatedServers;

/// <summary><c>dashserv_dedicated_server</c>: a machine of one's own, from its order to its termination.</summary>
internal sealed class DedicatedServerResource(CurrentSession current, DedicatedServerOrder kind) : OrderedResource<DedicatedServerModel>(current, kind)
{
    private readonly CurrentSession _current = current;
    private readonly DedicatedServerOrder _kind = kind;

    public override Schema<DedicatedServerModel> Schema => DedicatedServerSchema.Schema;

    protected override Task ValidateAsync(ValidateContext<DedicatedServerModel> context)
    {
        if (!context.Config.ReinstallTriggers.IsNull && context.Config.Template.IsNull)
        {
            context.Diagnostics.Error("reinstall_triggers", "A template is needed", "Reinstalling needs to know what to install: set template and hostname.");
        }

        return Task.CompletedTask;
    }

    protected override Task PlanAsync(PlanContext<DedicatedServerModel> context) =>
        FailedDeed.TellOfPlanAsync("dedicated server", () => new DedicatedServerPlan(_current.Session, _kind, context).RunAsync());

    protected override async Task RefreshAsync(
        Session session, ReadContext<DedicatedServerModel> context, DedicatedServerModel state, bool wasPending, CancellationToken cancellationToken)
    {
        if (await session.DedicatedServers.FindAsync(state.Id.Known, cancellationToken) is not { } server)
        {
            context.State = null;
            return;
        }

        var operations = new DedicatedServerOperations(session, server.Uuid);
        if (await operations.LookOrGoneAsync(server, cancellationToken) is not { } look)
        {
            context.State = null;
            return;
        }

        DedicatedServerMapping.Fill(state, look);
        var notes = new DedicatedServerPrivateState(context.Private);
        if (wasPending)
        {
            notes.Delivered(state, look);
        }

        await notes.ReadAsync(state, look, new DedicatedServerTemplates(session, cancellationToken));
        if (state.PowerState.IsKnown)
        {
            var reading = await operations.Power.ReadAsync(cancellationToken);
            state.PowerState = reading.Status is PowerSwitch.Online or PowerSwitch.Offline ? reading.Status : state.PowerState;
        }
    }

    protected override Task ChangeAsync(Session session, ApplyContext<DedicatedServerModel> context, bool wasPending, CancellationToken cancellationToken) =>
        new DedicatedServerUpdate(session, context).RunAsync(wasPending, cancellationToken);
}
