using System.Net.Security;
using System.Security.Authentication;
using Grpc.Core;
using Grpc.Health.V1;

namespace TerraformPlugin.Tests.Hosting;

public sealed class TlsProcessTests
{
    [Fact]
    public async Task Connect_WithPinnedCertificate_IsServed()
    {
        using var plugin = RunningPlugin.Start();
        using var client = plugin.Connect(await plugin.HandshakeAsync());

        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, await client.CheckAsync());
    }

    [Fact]
    public async Task Connect_WithOtherCertificate_IsRefused()
    {
        using var plugin = RunningPlugin.Start();
        // Equal in all but key and serial number.
        using var other = ClientCertificate.Create();
        var handshake = await plugin.HandshakeAsync();
        using var stranger = PluginClient.Connect(handshake, other);

        await Assert.ThrowsAsync<RpcException>(() => stranger.CheckAsync());

        using var client = plugin.Connect(handshake);
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, await client.CheckAsync());
    }

    [Fact]
    public async Task Connect_WithoutCertificate_IsRefused()
    {
        using var plugin = RunningPlugin.Start();
        using var stranger = PluginClient.Connect(await plugin.HandshakeAsync(), null);

        await Assert.ThrowsAsync<RpcException>(() => stranger.CheckAsync());
    }

    [Fact]
    public async Task Connect_InPlaintextWhereTlsIsOn_IsRefused()
    {
        using var plugin = RunningPlugin.Start();
        var handshake = await plugin.HandshakeAsync();
        using var stranger = new PluginClient(handshake.EndPoint);

        await Assert.ThrowsAsync<RpcException>(() => stranger.CheckAsync());
    }

    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public async Task Connect_WithTlsVersion_SelectsIt(SslProtocols version)
    {
        Assert.SkipWhen(OperatingSystem.IsMacOS() && version == SslProtocols.Tls13, "macOS has no TLS 1.3 for servers");
        using var plugin = RunningPlugin.Start();

        await using var stream = await plugin.ConnectTlsAsync(await plugin.HandshakeAsync(), version);

        Assert.Equal(version, stream.SslProtocol);
        Assert.Equal(SslApplicationProtocol.Http2, stream.NegotiatedApplicationProtocol);
    }
}
