using Google.Protobuf;
using TerraformPlugin.Authoring;
using TerraformPlugin.Planning;
using TerraformPlugin.Wire;
using TerraformPlugin.Wire.Protocol;

namespace TerraformPlugin.Server.Resources;

/// <summary>Refreshes one instance. A call that fails returns the state it was given: only a resource that says so is gone.</summary>
internal sealed class ReadResourceHandler(ProviderSession session)
{
    public Task<IMessage> HandleAsync(ReadResource.Types.Request request, CancellationToken cancellationToken)
    {
        var response = new ReadResource.Types.Response { NewState = request.CurrentState, Private = request.Private, NewIdentity = request.CurrentIdentity };
        return session.AnswerAsync(response, response.Diagnostics, cancellationToken, async (diagnostics, cancellationToken) =>
        {
            var resource = session.Provider.Resources[request.TypeName];
            var table = resource.UntypedSchema.Table;
            var privateState = PrivateState.Read(request.Private.Memory);

            var state = await ResourceReader.ReadAsync(
                table,
                request.CurrentState.ToValue(table.ObjectType),
                current => resource.ReadAsync(current, privateState, diagnostics, cancellationToken),
                diagnostics).ConfigureAwait(false);

            if (state is not null)
            {
                response.NewState = state.ToMessage(table.ObjectType);
                response.Private = UnsafeByteOperations.UnsafeWrap(privateState.Write());
            }
        });
    }
}
