using Google.Protobuf;
using Grpc.Core;
using Grpc.Health.V1;
using TerraformPlugin.Server;

namespace TerraformPlugin.Tests.Hosting.Rpc;

public sealed class PluginServerTests
{
    private const string Service = "test.Service";

    [Fact]
    public async Task UnaryRpc_WithTenMegabytesBothWays_EchoesThem()
    {
        await using var host = await HostedServer.StartAsync(
            new UnaryRpc(Service, "Echo", HealthCheckRequest.Parser, (request, _) => Task.FromResult(request)));
        var text = new string('x', 10 << 20);

        var answer = await host.Client.CallAsync(Service, "Echo", Request(text), HealthCheckRequest.Parser);

        Assert.Equal(text, answer.Service);
    }

    [Fact]
    public async Task ServerStreamingRpc_WritingThree_SendsThree()
    {
        await using var host = await HostedServer.StartAsync(
            new ServerStreamingRpc(Service, "Repeat", HealthCheckRequest.Parser, async (request, write, _) =>
            {
                for (var i = 0; i < 3; i++)
                {
                    await write(request);
                }
            }));
        using var call = host.Client.Stream(Service, "Repeat", Request("a"), HealthCheckRequest.Parser);

        Assert.Equal([Request("a"), Request("a"), Request("a")], await ReadAll(call.ResponseStream));
    }

    [Fact]
    public async Task ClientStreamingRpc_WithSingleResponse_AnswersOnceWithAllThatCame()
    {
        await using var host = await HostedServer.StartAsync(
            new ClientStreamingRpc(Service, "Join", HealthCheckRequest.Parser, SingleResponse: true, async (requests, write, token) =>
            {
                var joined = "";
                await foreach (var request in requests.WithCancellation(token))
                {
                    joined += ((HealthCheckRequest)request).Service;
                }

                await write(Request(joined));
            }));
        using var call = host.Client.OpenUpload(Service, "Join", HealthCheckRequest.Parser);
        await call.RequestStream.WriteAsync(Request("a"), TestContext.Current.CancellationToken);
        await call.RequestStream.WriteAsync(Request("b"), TestContext.Current.CancellationToken);
        await call.RequestStream.CompleteAsync();

        Assert.Equal(Request("ab"), await call);
    }

    [Fact]
    public async Task ClientStreamingRpc_WithManyResponses_AnswersEach()
    {
        await using var host = await HostedServer.StartAsync(
            new ClientStreamingRpc(Service, "Each", HealthCheckRequest.Parser, SingleResponse: false, async (requests, write, token) =>
            {
                await foreach (var request in requests.WithCancellation(token))
                {
                    await write(request);
                }
            }));
        using var call = host.Client.OpenDuplex(Service, "Each", HealthCheckRequest.Parser);
        await call.RequestStream.WriteAsync(Request("a"), TestContext.Current.CancellationToken);
        await call.RequestStream.WriteAsync(Request("b"), TestContext.Current.CancellationToken);
        await call.RequestStream.CompleteAsync();

        Assert.Equal([Request("a"), Request("b")], await ReadAll(call.ResponseStream));
    }

    [Fact]
    public async Task UnaryRpc_WhoseHandlerThrows_IsAnErrorThatNamesTheException()
    {
        await using var host = await HostedServer.StartAsync(
            new UnaryRpc(Service, "Fail", HealthCheckRequest.Parser, (_, _) => throw new InvalidOperationException("on purpose")));

        var error = await Assert.ThrowsAsync<RpcException>(() => host.Client.CallAsync(Service, "Fail", Request(""), HealthCheckRequest.Parser));

        Assert.Equal(StatusCode.Unknown, error.StatusCode);
        Assert.Contains("on purpose", error.Status.Detail, StringComparison.Ordinal);
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, await host.Client.CheckAsync());
    }

    [Fact]
    public async Task Check_OfUnknownService_IsNotFound()
    {
        await using var host = await HostedServer.StartAsync();

        var error = await Assert.ThrowsAsync<RpcException>(() => host.Client.CheckAsync("other"));

        Assert.Equal(StatusCode.NotFound, error.StatusCode);
    }

    [Fact]
    public async Task Watch_OfPlugin_TellsItIsServingAndStaysOpen()
    {
        await using var host = await HostedServer.StartAsync();
        using var call = host.Client.Stream("grpc.health.v1.Health", "Watch", new HealthCheckRequest(), HealthCheckResponse.Parser);

        Assert.True(await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, ((HealthCheckResponse)call.ResponseStream.Current).Status);
        Assert.False(call.ResponseStream.MoveNext(TestContext.Current.CancellationToken).IsCompleted);
    }

    private static HealthCheckRequest Request(string service) => new() { Service = service };

    private static async Task<List<IMessage>> ReadAll(IAsyncStreamReader<IMessage> responses)
    {
        List<IMessage> all = [];
        await foreach (var response in responses.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            all.Add(response);
        }

        return all;
    }
}
