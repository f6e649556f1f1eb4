using Google.Protobuf;
using TerraformPlugin.Authoring;
using TerraformPlugin.Planning;
using TerraformPlugin.Wire;
using TerraformPlugin.Wire.Protocol;

namespace TerraformPlugin.Server.Resources;

/// <summary>Plans one instance. Called again during the apply.</summary>
internal sealed class PlanResourceChangeHandler(ProviderSession session)
{
    public Task<IMessage> HandleAsync(PlanResourceChange.Types.Request request, CancellationToken cancellationToken)
    {
        var response = new PlanResourceChange.Types.Response { PlannedState = request.ProposedNewState, PlannedPrivate = request.PriorPrivate };
        return session.AnswerAsync(response, response.Diagnostics, cancellationToken, async (diagnostics, cancellationToken) =>
        {
            var resource = session.Provider.Resources[request.TypeName];
            var table = resource.UntypedSchema.Table;
            var config = request.Config.ToValue(table.ObjectType);
            var prior = request.PriorState.ToValue(table.ObjectType);
            var proposed = request.ProposedNewState.ToValue(table.ObjectType);

            // What replaces another begins with what core has kept for that: it is no note of its own.
            var kept = PrivateState.Read(request.PriorPrivate.Memory);
            var privateState = prior.IsNull ? new PrivateState() : kept;
            var earlier = request.PlannedPrivate.IsEmpty ? null : PrivateState.Read(request.PlannedPrivate.Memory);

            var plan = await ResourcePlanner.PlanAsync(
                table,
                config,
                prior,
                proposed,
                planned => resource.PlanAsync(
                    new PlanInput(config, prior, planned, privateState) { Replaced = kept, EarlierPlan = earlier }, diagnostics, cancellationToken),
                diagnostics).ConfigureAwait(false);

            response.RequiresReplace.AddRange(plan.Replacements.Select(ProtocolMapping.ToMessage));
            response.PlannedState = plan.Planned.ToMessage(table.ObjectType);
            response.PlannedPrivate = UnsafeByteOperations.UnsafeWrap(privateState.Write());
        });
    }
}
