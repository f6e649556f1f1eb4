using Google.Protobuf;
using TerraformPlugin.Authoring;
using TerraformPlugin.Planning;
using TerraformPlugin.Values;
using TerraformPlugin.Wire;
using TerraformPlugin.Wire.Protocol;

namespace TerraformPlugin.Server.Resources;

/// <summary>Refreshes one instance. A call that fails returns the state it was given: only a resource that says so is gone.</summary>
internal sealed class ReadResourceHandler(ProviderSession session)
{
    public async Task<ReadResource.Types.Response> HandleAsync(ReadResource.Types.Request request, CancellationToken cancellationToken)
    {
        var response = new ReadResource.Types.Response { NewState = request.CurrentState, Private = request.Private, NewIdentity = request.CurrentIdentity };
        var diagnostics = new Diagnostics();
        await session.GuardAsync(diagnostics, cancellationToken, async stop =>
        {
            var resource = session.Provider.Resources[request.TypeName];
            var type = resource.UntypedSchema.Table.ObjectType;
            var current = request.CurrentState.ToValue(type);
            if (current.IsNull)
            {
                return;
            }

            var notes = PrivateState.Read(request.Private.Memory);
            var operation = resource.Read(current, notes, diagnostics, stop);
            await operation.RunAsync().ConfigureAwait(false);
            if (!diagnostics.HasErrors)
            {
                var state = ResultCheck.WithoutUnknowns(operation.State(), type, diagnostics);
                response.NewState = PlanSteps.WriteOnlyToNull(resource.UntypedSchema.Table, state).ToMessage(type);
                response.Private = UnsafeByteOperations.UnsafeWrap(notes.Write());
            }
        }).ConfigureAwait(false);
        response.Diagnostics.AddRange(diagnostics.ToMessages());
        return response;
    }
}
