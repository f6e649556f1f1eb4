using Google.Protobuf;
using Google.Protobuf.Collections;
using TerraformPlugin.Authoring;
using Proto = TerraformPlugin.Wire.Protocol;

namespace TerraformPlugin.Server.Schemas;

/// <summary>Every schema. Core asks once per command, on a process of its own.</summary>
internal sealed class GetProviderSchemaHandler(ProviderSession session)
{
    public Task<IMessage> HandleAsync(Proto.GetProviderSchema.Types.Request request, CancellationToken cancellationToken)
    {
        var response = new Proto.GetProviderSchema.Types.Response { ServerCapabilities = Capabilities.Message };
        return session.AnswerAsync(response, response.Diagnostics, cancellationToken, (_, _) =>
        {
            response.Provider = session.Provider.UntypedSchema.ToMessage();
            Add(response.ResourceSchemas, session.Provider.Resources);
            Add(response.DataSourceSchemas, session.Provider.DataSources);
            return Task.CompletedTask;
        });
    }

    private static void Add<T>(MapField<string, Proto.Schema> schemas, Registry<T> registry)
        where T : Block
    {
        foreach (var name in registry.TypeNames)
        {
            schemas[name] = registry[name].UntypedSchema.ToMessage();
        }
    }
}
