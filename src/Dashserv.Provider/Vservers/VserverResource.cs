using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Lifecycle;
using Dashserv.Provider.Power;
using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;

namespace Dashserv.Provider.Vservers;

/// <summary><c>dashserv_vserver</c>: a virtual server, from its order to its termination.</summary>
internal sealed class VserverResource(CurrentSession current, VserverOrder kind) : OrderedResource<VserverModel>(current, kind)
{
    private readonly CurrentSession _current = current;
    private readonly VserverOrder _kind = kind;

    public override Schema<VserverModel> Schema => VserverSchema.Schema;

    protected override Task ValidateAsync(ValidateContext<VserverModel> context)
    {
        VserverChecks.Run(context.Config, context.Diagnostics);
        return Task.CompletedTask;
    }

    protected override Task PlanAsync(PlanContext<VserverModel> context) =>
        FailedDeed.TellOfPlanAsync("vserver", () => new VserverPlan(_current.Session, _kind, context).RunAsync());

    protected override async Task RefreshAsync(
        Session session, ReadContext<VserverModel> context, VserverModel state, bool wasPending, CancellationToken cancellationToken)
    {
        if (await session.Vservers.FindAsync(state.Id.Known, cancellationToken) is not { } vserver)
        {
            context.State = null;
            return;
        }

        VserverMapping.Fill(state, vserver);
        var notes = new VserverPrivateState(context.Private);
        if (wasPending)
        {
            notes.Delivered(state, vserver);
        }

        notes.Read(state, vserver);
        if (state.PowerState.IsKnown)
        {
            var reading = await _kind.Power(session, vserver.Uuid).ReadAsync(cancellationToken);
            state.PowerState = reading.Status is PowerSwitch.Online or PowerSwitch.Offline ? reading.Status : state.PowerState;
        }
    }

    protected override Task ChangeAsync(Session session, ApplyContext<VserverModel> context, bool wasPending, CancellationToken cancellationToken) =>
        new VserverUpdate(session, context).RunAsync(wasPending, cancellationToken);
}
