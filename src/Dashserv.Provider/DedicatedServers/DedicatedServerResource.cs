using Dashserv.Provider.Access;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Lifecycle;
using Dashserv.Provider.Operations;
using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;

namespace Dashserv.Provider.DedicatedServers;

/// <summary><c>dashserv_dedicated_server</c>: a machine of one's own, from its order to its termination.</summary>
internal sealed class DedicatedServerResource(CurrentSession current, DedicatedServerNoun noun) : OrderedResource<DedicatedServerModel>(current, noun)
{
    public override Schema<DedicatedServerModel> Schema => DedicatedServerSchema.Schema;

    protected override Task ValidateAsync(ValidateContext<DedicatedServerModel> context)
    {
        if (!context.Config.ReinstallTriggers.IsNull && context.Config.Template.IsNull)
        {
            context.Diagnostics.Error("reinstall_triggers", "A template is needed", "Reinstalling needs to know what to install: set template and hostname.");
        }

        return Task.CompletedTask;
    }

    protected override Task PlanCreateAsync(Session session, PlanContext<DedicatedServerModel> context, DedicatedServerModel plan) =>
        new DedicatedServerPlan(session, noun, context).CreateAsync(plan);

    protected override Task<IReadOnlyList<string>> PlanUpdateAsync(
        Session session, PlanContext<DedicatedServerModel> context, DedicatedServerModel plan, DedicatedServerModel prior) =>
        new DedicatedServerPlan(session, noun, context).ChangeAsync(plan, prior);

    protected override async Task<bool> RefreshAsync(
        Session session, ReadContext<DedicatedServerModel> context, DedicatedServerModel state, bool wasPending, CancellationToken cancellationToken)
    {
        if (await session.DedicatedServerReads.FindAsync(state.Id.Known, cancellationToken) is not { } server)
        {
            return false;
        }

        var operations = new DedicatedServerOperations(session, server.Uuid);
        var reading = operations.ReadAsync(server, cancellationToken);
        if (await reading.OrNullIfGoneAsync() is null && await session.DedicatedServerReads.FindFreshAsync(server.Uuid, cancellationToken) is null)
        {
            return false;
        }

        // It is gone if it says so itself, not only its network.
        var snapshot = await reading;
        DedicatedServerMapping.Fill(state, snapshot);
        var privateState = new DedicatedServerPrivateState(context.Private);
        if (wasPending)
        {
            privateState.Delivered(state, snapshot);
        }

        await privateState.ReadAsync(state, snapshot, new DedicatedServerTemplates(session, cancellationToken));
        await RefreshPowerAsync(state, operations.Power, cancellationToken);
        return true;
    }

    protected override Task ChangeAsync(Session session, OperationRunner runner, ApplyContext<DedicatedServerModel> context, bool wasPending) =>
        new DedicatedServerUpdate(session, runner, context).RunAsync(wasPending);
}
