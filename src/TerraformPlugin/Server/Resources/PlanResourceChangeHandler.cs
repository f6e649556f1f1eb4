using Google.Protobuf;
using TerraformPlugin.Authoring;
using TerraformPlugin.Planning;
using TerraformPlugin.Values;
using TerraformPlugin.Wire;
using TerraformPlugin.Wire.Protocol;

namespace TerraformPlugin.Server.Resources;

/// <summary>Plans one instance: the table's rules in their order, then the resource's own say. Called again during the apply.</summary>
internal sealed class PlanResourceChangeHandler(ProviderSession session)
{
    public async Task<PlanResourceChange.Types.Response> HandleAsync(
        PlanResourceChange.Types.Request request, CancellationToken cancellationToken)
    {
        var response = new PlanResourceChange.Types.Response { PlannedState = request.ProposedNewState, PlannedPrivate = request.PriorPrivate };
        var diagnostics = new Diagnostics();
        await session.GuardAsync(diagnostics, cancellationToken, async stop =>
        {
            var resource = session.Provider.Resources[request.TypeName];
            var table = resource.UntypedSchema.Table;
            var config = request.Config.ToValue(table.ObjectType);
            var prior = request.PriorState.ToValue(table.ObjectType);
            var planned = request.ProposedNewState.ToValue(table.ObjectType);
            if (!planned.IsNull)
            {
                planned = PlanSteps.Defaults(table, planned, config);
                planned = PlanSteps.WriteOnlyToNull(table, planned);
                planned = PlanSteps.SameMeaning(table, planned, prior);
                planned = PlanSteps.ComputedToUnknown(table, planned, config, prior);
            }

            var notes = PrivateState.Read(request.PriorPrivate.Memory);
            var earlier = request.PlannedPrivate.IsEmpty ? null : PrivateState.Read(request.PlannedPrivate.Memory);
            var outcome = await resource.PlanAsync(new PlanInput(config, prior, planned, notes, earlier), diagnostics, stop).ConfigureAwait(false);
            if (!outcome.Planned.IsNull)
            {
                PlanCheck.Run(table, outcome.Planned, config, prior, diagnostics);
                var replacements = PlanSteps.Replacements(table, outcome.Planned, config, prior, outcome.Replacements);
                PlanCheck.Replacements(replacements, outcome.Planned, prior, diagnostics);
                response.RequiresReplace.AddRange(replacements.Select(ProtocolMapping.ToMessage));
            }

            response.PlannedState = outcome.Planned.ToMessage(table.ObjectType);
            response.PlannedPrivate = UnsafeByteOperations.UnsafeWrap(notes.Write());
        }).ConfigureAwait(false);
        response.Diagnostics.AddRange(diagnostics.ToMessages());
        return response;
    }
}
