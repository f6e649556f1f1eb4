using Google.Protobuf;
using Grpc.Core;
using Grpc.Health.V1;
using TerraformPlugin.Wire.Protocol;

namespace TerraformPlugin.Tests.Hosting;

public sealed class RpcProcessTests
{
    [Theory]
    [InlineData("plugin")]
    [InlineData("")]
    public async Task Check_ForKnownService_IsServing(string service)
    {
        using var plugin = RunningPlugin.Start();
        using var client = plugin.Connect(await plugin.HandshakeAsync());

        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, await client.CheckAsync(service));
    }

    [Fact]
    public async Task GetMetadata_AndStopProvider_AreAnswered()
    {
        using var plugin = RunningPlugin.Start();
        using var client = plugin.Connect(await plugin.HandshakeAsync());

        Assert.Empty((await client.CallProviderAsync("GetMetadata", new GetMetadata.Types.Request(), GetMetadata.Types.Response.Parser)).Diagnostics);
        Assert.Empty((await client.CallProviderAsync("StopProvider", new StopProvider.Types.Request(), StopProvider.Types.Response.Parser)).Error);
    }

    [Fact]
    public async Task Call_OfUnknownMethod_IsUnimplemented()
    {
        using var plugin = RunningPlugin.Start();
        using var client = plugin.Connect(await plugin.HandshakeAsync());

        var error = await Assert.ThrowsAsync<RpcException>(
            () => client.CallProviderAsync("NoSuchMethod", new GetMetadata.Types.Request(), GetMetadata.Types.Response.Parser));

        Assert.Equal(StatusCode.Unimplemented, error.StatusCode);
    }

    [Fact]
    public async Task Call_WithTenMegabytes_IsAnswered()
    {
        using var plugin = RunningPlugin.Start();
        using var client = plugin.Connect(await plugin.HandshakeAsync());
        // A field that the request does not have, so that every provider takes it.
        var large = GetMetadata.Types.Request.Parser.ParseFrom(
            new HealthCheckRequest { Service = new string('x', 10 << 20) }.ToByteArray());

        await client.CallProviderAsync("GetMetadata", large, GetMetadata.Types.Response.Parser);
    }

    [Fact]
    public async Task Call_ManyAtOnce_AreAllAnswered()
    {
        using var plugin = RunningPlugin.Start();
        using var client = plugin.Connect(await plugin.HandshakeAsync());

        var answers = await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => client.CheckAsync()));

        Assert.All(answers, answer => Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, answer));
    }
}
