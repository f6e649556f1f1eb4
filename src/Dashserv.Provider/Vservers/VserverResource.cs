using Dashserv.Provider.Configuration;
using Dashserv.Provider.Lifecycle;
using Dashserv.Provider.Operations;
using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;

namespace Dashserv.Provider.Vservers;

/// <summary><c>dashserv_vserver</c>: a virtual server, from its order to its termination.</summary>
internal sealed class VserverResource(CurrentSession current, VserverNoun noun) : OrderedResource<VserverModel>(current, noun)
{
    public override Schema<VserverModel> Schema => VserverSchema.Schema;

    protected override Task ValidateAsync(ValidateContext<VserverModel> context)
    {
        VserverChecks.Run(context.Config, context.Diagnostics);
        return Task.CompletedTask;
    }

    protected override Task PlanCreateAsync(Session session, PlanContext<VserverModel> context, VserverModel plan) =>
        plan.Product.IsKnown ? PlannedQuote.ShowAsync(session, context, VserverArguments.ForCreate(context.Config!), noun) : Task.CompletedTask;

    protected override Task<IReadOnlyList<string>> PlanUpdateAsync(Session session, PlanContext<VserverModel> context, VserverModel plan, VserverModel prior) =>
        new VserverPlan(session, noun, context).ChangeAsync(plan, prior);

    protected override async Task<bool> RefreshAsync(
        Session session, ReadContext<VserverModel> context, VserverModel state, bool wasPending, CancellationToken cancellationToken)
    {
        if (await session.VserverReads.FindAsync(state.Id.Known, cancellationToken) is not { } vserver)
        {
            return false;
        }

        VserverMapping.Fill(state, vserver);
        var privateState = new VserverPrivateState(context.Private);
        if (wasPending)
        {
            privateState.Delivered(state, vserver);
        }

        var server = new VserverOperations(session, vserver.Uuid);
        privateState.IsUnfinished = privateState.IsUnfinished && !await server.InstallTasks().HasNewestSucceededAsync(cancellationToken);
        privateState.Read(state, vserver);
        await RefreshPowerAsync(state, server.Power, cancellationToken);
        return true;
    }

    protected override Task ChangeAsync(Session session, OperationRunner runner, ApplyContext<VserverModel> context, bool wasPending) =>
        new VserverUpdate(session, runner, context).RunAsync(wasPending);
}
