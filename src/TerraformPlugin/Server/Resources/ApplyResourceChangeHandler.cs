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
    public async Task<IMessage> HandleAsync(ApplyResourceChange.Types.Request request, CancellationToken cancellationToken)
    {
        var response = new ApplyResourceChange.Types.Response { NewState = request.PriorState, Private = request.PlannedPrivate };
        List<Action> whenSaved = [];
        await session.AnswerAsync(response, response.Diagnostics, cancellationToken, (diagnostics, cancellationToken) =>
        {
            var resource = session.Provider.Resources[request.TypeName];
            var table = resource.UntypedSchema.Table;
            var config = request.Config.ToValue(table.ObjectType);
            var prior = request.PriorState.ToValue(table.ObjectType);
            var planned = request.PlannedState.ToValue(table.ObjectType);
            var privateState = PrivateState.Read(request.PlannedPrivate.Memory);
            var operation = resource.Apply(config, prior, planned, privateState, diagnostics, whenSaved, cancellationToken);
            return ResourceApplier.ApplyAsync(table, planned, operation.RunAsync, operation.State, Keep, diagnostics);

            void Keep(TfValue state)
            {
                response.NewState = state.ToMessage(table.ObjectType);
                response.Private = UnsafeByteOperations.UnsafeWrap(privateState.Write());
            }
        }).ConfigureAwait(false);
        session.Answered(whenSaved, cancellationToken);
        return response;
    }
}
