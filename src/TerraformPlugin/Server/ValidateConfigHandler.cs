using Google.Protobuf;
using Google.Protobuf.Collections;
using TerraformPlugin.Authoring;
using TerraformPlugin.Planning;
using TerraformPlugin.Wire;
using Proto = TerraformPlugin.Wire.Protocol;

namespace TerraformPlugin.Server;

/// <summary>Checks a block without the API: once per block in the validate walk, again per instance in plan and apply.</summary>
internal sealed class ValidateConfigHandler(ProviderSession session)
{
    public Task<IMessage> ProviderAsync(Proto.ValidateProviderConfig.Types.Request request, CancellationToken cancellationToken)
    {
        var response = new Proto.ValidateProviderConfig.Types.Response();
        return AnswerAsync(response, response.Diagnostics, () => session.Provider, request.Config, writeOnlyAllowed: true, cancellationToken);
    }

    public Task<IMessage> ResourceAsync(Proto.ValidateResourceConfig.Types.Request request, CancellationToken cancellationToken)
    {
        var response = new Proto.ValidateResourceConfig.Types.Response();
        var writeOnlyAllowed = request.ClientCapabilities?.WriteOnlyAttributesAllowed ?? false;
        return AnswerAsync(
            response, response.Diagnostics, () => session.Provider.Resources[request.TypeName], request.Config, writeOnlyAllowed, cancellationToken);
    }

    public Task<IMessage> DataSourceAsync(Proto.ValidateDataResourceConfig.Types.Request request, CancellationToken cancellationToken)
    {
        var response = new Proto.ValidateDataResourceConfig.Types.Response();
        return AnswerAsync(
            response, response.Diagnostics, () => session.Provider.DataSources[request.TypeName], request.Config, writeOnlyAllowed: true, cancellationToken);
    }

    private Task<IMessage> AnswerAsync(
        IMessage response,
        RepeatedField<Proto.Diagnostic> messages,
        Func<Block> find,
        Proto.DynamicValue config,
        bool writeOnlyAllowed,
        CancellationToken cancellationToken) => session.AnswerAsync(response, messages, cancellationToken, (diagnostics, cancellationToken) =>
        {
            var block = find();
            var table = block.UntypedSchema.Table;
            return ConfigValidator.ValidateAsync(
                table,
                config.ToValue(table.ObjectType),
                writeOnlyAllowed,
                written => block.ValidateAsync(written, diagnostics, cancellationToken),
                diagnostics);
        });
}
