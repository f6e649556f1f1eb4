using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Lifecycle;
using Dashserv.Provider.Power;
using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;

namespace Dashserv.Provider.DedicatedServers;

/// <summary><c>dashserv_dedicated_server</c>: a machine of one's own, from its order to its termination.</summary>
internal sealed class DedicatedResource(CurrentSession current, DedicatedKind kind) : OrderedResource<DedicatedModel>(current, kind)
{
    private readonly CurrentSession _current = current;
    private readonly DedicatedKind _kind = kind;

    public override Schema<DedicatedModel> Schema => DedicatedSchema.Schema;

    protected override Task ValidateAsync(ValidateContext<DedicatedModel> context)
    {
        if (!context.Config.ReinstallTriggers.IsNull && context.Config.Template.IsNull)
        {
            context.Diagnostics.Error("reinstall_triggers", "A template is needed", "Reinstalling needs to know what to install: set template and hostname.");
        }

        return Task.CompletedTask;
    }

    protected override Task PlanAsync(PlanContext<DedicatedModel> context) =>
        FailedDeed.TellOfPlanAsync("dedicated server", () => new DedicatedPlan(_current.Session, _kind, context).RunAsync());

    protected override async Task RefreshAsync(
        Session session, ReadContext<DedicatedModel> context, DedicatedModel state, bool wasPending, CancellationToken cancellationToken)
    {
        if (await session.DedicatedServers.FindAsync(state.Id.Known, cancellationToken) is not { } server)
        {
            context.State = null;
            return;
        }

        var operations = new DedicatedOperations(session, server.Uuid);
        if (await operations.LookOrGoneAsync(server, cancellationToken) is not { } look)
        {
            context.State = null;
            return;
        }

        DedicatedMapping.Fill(state, look);
        var notes = new DedicatedNotes(context.Private);
        if (wasPending)
        {
            notes.Delivered(state, look);
        }

        await notes.ReadAsync(state, look, new DedicatedTemplates(session, cancellationToken));
        if (state.PowerState.IsKnown)
        {
            var reading = await operations.Power.ReadAsync(cancellationToken);
            state.PowerState = reading.Status is PowerSwitch.Online or PowerSwitch.Offline ? reading.Status : state.PowerState;
        }
    }

    protected override Task ChangeAsync(Session session, ApplyContext<DedicatedModel> context, bool wasPending, CancellationToken cancellationToken) =>
        new DedicatedUpdate(session, context).RunAsync(wasPending, cancellationToken);
}
