using Google.Protobuf;
using Grpc.Core;
using TerraformPlugin.Hosting;
using TerraformPlugin.Wire.Protocol;

namespace TerraformPlugin.Tests.Hosting;

public sealed class CrashProcessTests
{
    // MessagePack's map of no entries.
    private static readonly DynamicValue EmptyBlock = new() { Msgpack = ByteString.CopyFrom(0x80) };

    [Fact]
    public async Task Exception_OnAnyThread_IsReportedAsPanicAndEndsTheProcess()
    {
        Assert.SkipUnless(PluginExecutable.IsTestPlugin, "a real provider does not crash on demand");
        using var plugin = RunningPlugin.Start(tls: true, ("TEST_PLUGIN_CRASH", "1"));
        var handshake = await plugin.HandshakeAsync();
        using var client = plugin.Connect(handshake);
        try
        {
            await client.CallProviderAsync(
                "ValidateProviderConfig",
                new ValidateProviderConfig.Types.Request { Config = EmptyBlock },
                ValidateProviderConfig.Types.Response.Parser);
        }
        catch (RpcException)
        {
            // The crash may be faster than the answer.
        }

        Assert.Equal(Panic.ExitCode, await plugin.WaitForExitAsync());
        var lines = (await plugin.ReadErrorAsync()).Split('\n');
        Assert.Equal("panic: System.InvalidOperationException: the test asked for it", lines[0]);
        Assert.StartsWith("   at ", lines[1], StringComparison.Ordinal);
        Assert.False(File.Exists(handshake.Address));
    }

    [Fact]
    public async Task Environment_OfTheUser_StaysVisibleToManagedCode()
    {
        Assert.SkipUnless(PluginExecutable.IsTestPlugin, "only the test plugin tells");
        using var plugin = RunningPlugin.Start(tls: true, ("SSL_CERT_FILE", "/the/users/own.pem"), ("TF_LOG", "INFO"));
        using (var client = plugin.Connect(await plugin.HandshakeAsync()))
        {
            await client.ShutdownAsync();
        }

        Assert.Contains("\"SslCertFile\":\"/the/users/own.pem\"", await plugin.ReadErrorAsync(), StringComparison.Ordinal);
    }
}
