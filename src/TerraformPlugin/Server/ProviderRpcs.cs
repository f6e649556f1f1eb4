using Google.Protobuf;
using TerraformPlugin.Server.Absent;
using TerraformPlugin.Server.DataSources;
using TerraformPlugin.Server.Providers;
using TerraformPlugin.Server.Resources;
using TerraformPlugin.Server.Schemas;
using TerraformPlugin.Wire.Protocol;

namespace TerraformPlugin.Server;

/// <summary>The table of contents of the service: which call goes to which handler. State stores are left unimplemented.</summary>
internal static class ProviderRpcs
{
    private const string Service = "tfplugin6.Provider";

    public static IReadOnlyList<RpcMethod> For(ProviderSession session)
    {
        var validate = new ValidateConfigHandler(session);
        return
        [
            Unary("GetMetadata", GetMetadata.Types.Request.Parser, new GetMetadataHandler(session).HandleAsync),
            Unary("GetProviderSchema", GetProviderSchema.Types.Request.Parser, new GetProviderSchemaHandler(session).HandleAsync),
            Unary("GetResourceIdentitySchemas", GetResourceIdentitySchemas.Types.Request.Parser, GetResourceIdentitySchemasHandler.HandleAsync),
            Unary("GetFunctions", GetFunctions.Types.Request.Parser, GetFunctionsHandler.HandleAsync),

            Unary("ValidateProviderConfig", ValidateProviderConfig.Types.Request.Parser, validate.ProviderAsync),
            Unary("ConfigureProvider", ConfigureProvider.Types.Request.Parser, new ConfigureProviderHandler(session).HandleAsync),
            Unary("StopProvider", StopProvider.Types.Request.Parser, new StopProviderHandler(session).HandleAsync),

            Unary("ValidateResourceConfig", ValidateResourceConfig.Types.Request.Parser, validate.ResourceAsync),
            Unary("UpgradeResourceState", UpgradeResourceState.Types.Request.Parser, new UpgradeResourceStateHandler(session).HandleAsync),
            Unary("ReadResource", ReadResource.Types.Request.Parser, new ReadResourceHandler(session).HandleAsync),
            Unary("PlanResourceChange", PlanResourceChange.Types.Request.Parser, new PlanResourceChangeHandler(session).HandleAsync),
            Unary("ApplyResourceChange", ApplyResourceChange.Types.Request.Parser, new ApplyResourceChangeHandler(session).HandleAsync),
            Unary("ImportResourceState", ImportResourceState.Types.Request.Parser, new ImportResourceStateHandler(session).HandleAsync),

            Unary("ValidateDataResourceConfig", ValidateDataResourceConfig.Types.Request.Parser, validate.DataSourceAsync),
            Unary("ReadDataSource", ReadDataSource.Types.Request.Parser, new ReadDataSourceHandler(session).HandleAsync),

            Unary("UpgradeResourceIdentity", UpgradeResourceIdentity.Types.Request.Parser, ResourceExtraHandlers.UpgradeIdentityAsync),
            Unary("MoveResourceState", MoveResourceState.Types.Request.Parser, ResourceExtraHandlers.MoveAsync),
            Unary("GenerateResourceConfig", GenerateResourceConfig.Types.Request.Parser, ResourceExtraHandlers.GenerateConfigAsync),
            Unary("CallFunction", CallFunction.Types.Request.Parser, ResourceExtraHandlers.CallFunctionAsync),

            Unary("ValidateEphemeralResourceConfig", ValidateEphemeralResourceConfig.Types.Request.Parser, EphemeralResourceHandlers.ValidateAsync),
            Unary("OpenEphemeralResource", OpenEphemeralResource.Types.Request.Parser, EphemeralResourceHandlers.OpenAsync),
            Unary("RenewEphemeralResource", RenewEphemeralResource.Types.Request.Parser, EphemeralResourceHandlers.RenewAsync),
            Unary("CloseEphemeralResource", CloseEphemeralResource.Types.Request.Parser, EphemeralResourceHandlers.CloseAsync),

            Unary("ValidateListResourceConfig", ValidateListResourceConfig.Types.Request.Parser, ListResourceHandlers.ValidateAsync),
            Streaming("ListResource", ListResource.Types.Request.Parser, ListResourceHandlers.ListAsync),

            Unary("ValidateActionConfig", ValidateActionConfig.Types.Request.Parser, ActionHandlers.ValidateAsync),
            Unary("PlanAction", PlanAction.Types.Request.Parser, ActionHandlers.PlanAsync),
            Streaming("InvokeAction", InvokeAction.Types.Request.Parser, ActionHandlers.InvokeAsync),
        ];
    }

    private static UnaryRpc Unary<TRequest>(string name, MessageParser<TRequest> parser, Func<TRequest, CancellationToken, Task<IMessage>> handle)
        where TRequest : IMessage<TRequest> =>
        new(Service, name, parser, (request, cancellationToken) => handle((TRequest)request, cancellationToken));

    private static ServerStreamingRpc Streaming<TRequest>(
        string name, MessageParser<TRequest> parser, Func<TRequest, Func<IMessage, Task>, CancellationToken, Task> handle)
        where TRequest : IMessage<TRequest> =>
        new(Service, name, parser, (request, write, cancellationToken) => handle((TRequest)request, write, cancellationToken));
}
