using Google.Protobuf;
using TerraformPlugin.Authoring;
using TerraformPlugin.Planning;
using TerraformPlugin.Values;
using TerraformPlugin.Wire;
using TerraformPlugin.Wire.Protocol;

namespace TerraformPlugin.Server.Resources;

/// <summary>Imports one object by id. Core reads it right afterwards.</summary>
internal sealed class ImportResourceStateHandler(ProviderSession session)
{
    public async Task<ImportResourceState.Types.Response> HandleAsync(
        ImportResourceState.Types.Request request, CancellationToken cancellationToken)
    {
        var response = new ImportResourceState.Types.Response();
        var diagnostics = new Diagnostics();
        await session.GuardAsync(diagnostics, cancellationToken, async stop =>
        {
            if (request.Id.Length == 0)
            {
                diagnostics.Error("Import by identity is not supported", "Give the id: import { to = …, id = \"…\" }.");
                return;
            }

            var resource = session.Provider.Resources[request.TypeName];
            var table = resource.UntypedSchema.Table;
            var notes = new PrivateState();
            var state = await resource.ImportAsync(request.Id, notes, diagnostics, stop).ConfigureAwait(false);
            if (!diagnostics.HasErrors)
            {
                response.ImportedResources.Add(new ImportResourceState.Types.ImportedResource
                {
                    TypeName = request.TypeName,
                    State = PlanSteps.WriteOnlyToNull(table, PlanSteps.DefaultsForNull(table, state)).ToMessage(table.ObjectType),
                    Private = UnsafeByteOperations.UnsafeWrap(notes.Write()),
                });
            }
        }).ConfigureAwait(false);
        response.Diagnostics.AddRange(diagnostics.ToMessages());
        return response;
    }
}
