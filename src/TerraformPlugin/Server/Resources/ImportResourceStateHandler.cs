using Google.Protobuf;
using TerraformPlugin.Authoring;
using TerraformPlugin.Planning;
using TerraformPlugin.Wire;
using TerraformPlugin.Wire.Protocol;

namespace TerraformPlugin.Server.Resources;

/// <summary>Imports one object by id. Core reads it right afterwards.</summary>
internal sealed class ImportResourceStateHandler(ProviderSession session)
{
    public Task<IMessage> HandleAsync(ImportResourceState.Types.Request request, CancellationToken cancellationToken)
    {
        var response = new ImportResourceState.Types.Response();
        return session.AnswerAsync(response, response.Diagnostics, cancellationToken, async (diagnostics, cancellationToken) =>
        {
            var resource = session.Provider.Resources[request.TypeName];
            var table = resource.UntypedSchema.Table;
            var privateState = new PrivateState();

            var state = await ResourceImporter.ImportAsync(
                table, request.Id, id => resource.ImportAsync(id, privateState, diagnostics, cancellationToken), diagnostics).ConfigureAwait(false);

            if (state is not null)
            {
                response.ImportedResources.Add(new ImportResourceState.Types.ImportedResource
                {
                    TypeName = request.TypeName,
                    State = state.ToMessage(table.ObjectType),
                    Private = UnsafeByteOperations.UnsafeWrap(privateState.Write()),
                });
            }
        });
    }
}
