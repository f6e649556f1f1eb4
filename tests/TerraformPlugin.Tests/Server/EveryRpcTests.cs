using Google.Protobuf;
using TerraformPlugin.Server;
using TerraformPlugin.Tests.Corner;
using Proto = TerraformPlugin.Wire.Protocol;

namespace TerraformPlugin.Tests.Server;

/// <summary>The table of calls is the protocol's, and each answers whatever it is sent.</summary>
public sealed class EveryRpcTests : IDisposable
{
    private static readonly string[] StateStores =
    [
        "ValidateStateStoreConfig", "ConfigureStateStore", "ReadStateBytes", "WriteStateBytes", "LockState", "UnlockState", "GetStates", "DeleteState",
    ];

    private readonly ProviderSession _session = new(new CornerProvider(new CornerCloud()));

    [Fact]
    public void Table_OfCalls_IsTheProtocolsWithoutStateStores()
    {
        var service = Proto.DynamicValue.Descriptor.File.Services.Single();
        var methods = ProviderRpcs.For(_session);

        Assert.Equal(28, methods.Count);
        Assert.Equal(service.Methods.Select(m => m.Name).Except(StateStores).Order(), methods.Select(m => m.Name).Order());
        Assert.All(methods, m =>
        {
            var described = service.Methods.Single(d => d.Name == m.Name);
            Assert.Equal(service.FullName, m.Service);
            Assert.Equal(described.InputType, m.RequestParser.ParseFrom([]).Descriptor);
            Assert.Equal(described.IsServerStreaming, m is ServerStreamingRpc);
        });
    }

    [Fact]
    public async Task Call_WithAnEmptyRequest_IsAnsweredWithAMessageOfTheProtocol()
    {
        var service = Proto.DynamicValue.Descriptor.File.Services.Single();
        foreach (var method in ProviderRpcs.For(_session))
        {
            var response = Assert.Single(await CallAsync(method, method.RequestParser.ParseFrom([])));
            Assert.Equal(service.Methods.Single(d => d.Name == method.Name).OutputType, response.Descriptor);
        }
    }

    [Theory]
    [InlineData("ValidateResourceConfig")]
    [InlineData("UpgradeResourceState")]
    [InlineData("ReadResource")]
    [InlineData("PlanResourceChange")]
    [InlineData("ApplyResourceChange")]
    [InlineData("ValidateDataResourceConfig")]
    [InlineData("ReadDataSource")]
    [InlineData("UpgradeResourceIdentity")]
    [InlineData("MoveResourceState")]
    [InlineData("GenerateResourceConfig")]
    [InlineData("ValidateEphemeralResourceConfig")]
    [InlineData("OpenEphemeralResource")]
    [InlineData("RenewEphemeralResource")]
    [InlineData("CloseEphemeralResource")]
    [InlineData("ValidateListResourceConfig")]
    [InlineData("ListResource")]
    [InlineData("ValidateActionConfig")]
    [InlineData("PlanAction")]
    [InlineData("InvokeAction")]
    public async Task Call_OfATypeThatIsNotThere_SaysSoByName(string name)
    {
        var method = ProviderRpcs.For(_session).Single(m => m.Name == name);
        var request = method.RequestParser.ParseFrom([]);
        var type =
            request.Descriptor.FindFieldByName("type_name") ?? request.Descriptor.FindFieldByName("action_type")
                ?? request.Descriptor.FindFieldByName("target_type_name");
        type.Accessor.SetValue(request, "corner_nothing");

        var response = Assert.Single(await CallAsync(method, request));

        Assert.Contains("corner_nothing", Assert.Single(ErrorsIn(response)).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CallFunction_AnyName_IsAFunctionError()
    {
        var method = ProviderRpcs.For(_session).Single(m => m.Name == "CallFunction");

        var response = Assert.Single(await CallAsync(method, new Proto.CallFunction.Types.Request { Name = "f" }));

        Assert.Contains("\"f\"", ((Proto.CallFunction.Types.Response)response).Error.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UpgradeResourceState_Flatmap_AsksToImport()
    {
        var method = ProviderRpcs.For(_session).Single(m => m.Name == "UpgradeResourceState");
        var request = new Proto.UpgradeResourceState.Types.Request { TypeName = "corner_thing", RawState = new Proto.RawState { Flatmap = { ["id"] = "1" } } };

        var response = Assert.Single(await CallAsync(method, request));

        Assert.Equal("State is too old", Assert.Single(ErrorsIn(response)).Summary);
    }

    [Fact]
    public async Task GetMetadata_NamesWhatTheSchemaHas()
    {
        var methods = ProviderRpcs.For(_session);
        var metadata = (Proto.GetMetadata.Types.Response)Assert.Single(
            await CallAsync(methods.Single(m => m.Name == "GetMetadata"), new Proto.GetMetadata.Types.Request()));
        var schema = (Proto.GetProviderSchema.Types.Response)Assert.Single(
            await CallAsync(methods.Single(m => m.Name == "GetProviderSchema"), new Proto.GetProviderSchema.Types.Request()));

        Assert.Equal(schema.ResourceSchemas.Keys.Order(), metadata.Resources.Select(r => r.TypeName).Order());
        Assert.Equal(schema.DataSourceSchemas.Keys.Order(), metadata.DataSources.Select(r => r.TypeName).Order());
        Assert.Equal(schema.ServerCapabilities, metadata.ServerCapabilities);
    }

    public void Dispose() => _session.Dispose();

    private static async Task<List<IMessage>> CallAsync(RpcMethod method, IMessage request)
    {
        var responses = new List<IMessage>();
        switch (method)
        {
            case UnaryRpc unary:
                responses.Add(await unary.Handler(request, CancellationToken.None));
                break;
            case ServerStreamingRpc streaming:
                await streaming.Handler(request, Write, CancellationToken.None);
                break;
        }

        return responses;

        Task Write(IMessage response)
        {
            responses.Add(response);
            return Task.CompletedTask;
        }
    }

    private static IEnumerable<Proto.Diagnostic> ErrorsIn(IMessage response) => response switch
    {
        Proto.ListResource.Types.Event e => e.Diagnostic,
        Proto.InvokeAction.Types.Event e => e.Completed.Diagnostics,
        _ => (IEnumerable<Proto.Diagnostic>)response.Descriptor.FindFieldByName("diagnostics").Accessor.GetValue(response),
    };
}
