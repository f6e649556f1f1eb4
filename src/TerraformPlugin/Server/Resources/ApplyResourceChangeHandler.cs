using Google.Protobuf;
using TerraformPlugin.Authoring;
using TerraformPlugin.Planning;
using TerraformPlugin.Values;
using TerraformPlugin.Wire;
using TerraformPlugin.Wire.Protocol;

namespace TerraformPlugin.Server.Resources;

/// <summary>
/// Creates, updates or deletes one instance. What the resource has put into its state is returned also when the call
/// fails, so that nothing that exists is forgotten.
/// </summary>
internal sealed class ApplyResourceChangeHandler(ProviderSession session)
{
    public async Task<ApplyResourceChange.Types.Response> HandleAsync(
        ApplyResourceChange.Types.Request request, CancellationToken cancellationToken)
    {
        var response = new ApplyResourceChange.Types.Response { NewState = request.PriorState, Private = request.PlannedPrivate };
        var diagnostics = new Diagnostics();
        await session.GuardAsync(diagnostics, cancellationToken, async stop =>
        {
            var resource = session.Provider.Resources[request.TypeName];
            var table = resource.UntypedSchema.Table;
            var planned = request.PlannedState.ToValue(table.ObjectType);
            var notes = PrivateState.Read(request.PlannedPrivate.Memory);
            var operation = resource.Apply(
                request.Config.ToValue(table.ObjectType), request.PriorState.ToValue(table.ObjectType), planned, notes, diagnostics, stop);
            await session.GuardAsync(diagnostics, stop, _ => operation.RunAsync()).ConfigureAwait(false);

            var state = PlanSteps.WriteOnlyToNull(table, operation.State());
            state = ResultCheck.WithoutUnknowns(state, table.ObjectType, diagnostics.HasErrors ? null : diagnostics);
            if (!diagnostics.HasErrors)
            {
                ResultCheck.RefinesPlan(table, planned, state, diagnostics);
            }

            response.NewState = state.ToMessage(table.ObjectType);
            response.Private = UnsafeByteOperations.UnsafeWrap(notes.Write());
        }).ConfigureAwait(false);
        response.Diagnostics.AddRange(diagnostics.ToMessages());
        return response;
    }
}
