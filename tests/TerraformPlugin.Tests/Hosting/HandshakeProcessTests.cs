using Grpc.Health.V1;

namespace TerraformPlugin.Tests.Hosting;

public sealed class HandshakeProcessTests
{
    [Fact]
    public async Task Start_WithClientCertificate_PrintsOneLineWithUnixSocketAndCertificate()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "TCP there");
        using var plugin = RunningPlugin.Start();

        var handshake = await plugin.HandshakeAsync();

        Assert.Equal("unix", handshake.Network);
        Assert.NotEmpty(handshake.Certificate);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(handshake.Address));
        }
    }

    [Fact]
    public async Task Start_AfterHandshake_WritesNothingMoreToStdout()
    {
        using var plugin = RunningPlugin.Start();
        var handshake = await plugin.HandshakeAsync();
        using (var client = plugin.Connect(handshake))
        {
            await client.CheckAsync();
            await client.ShutdownAsync();
        }

        Assert.Empty(await plugin.ReadOutputAsync());
    }

    [Fact]
    public async Task Start_WithoutLogVariables_WritesNothingToStderr()
    {
        using var plugin = RunningPlugin.Start();
        var handshake = await plugin.HandshakeAsync();
        using (var client = plugin.Connect(handshake))
        {
            await client.ShutdownAsync();
        }

        Assert.Empty(await plugin.ReadErrorAsync());
    }

    [Fact]
    public async Task Start_WithoutClientCertificate_ServesPlaintextAndLeavesTheFieldEmpty()
    {
        using var plugin = RunningPlugin.Start(tls: false);

        var handshake = await plugin.HandshakeAsync();

        Assert.Empty(handshake.Certificate);
        using var client = plugin.Connect(handshake);
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, await client.CheckAsync());
    }

    [Fact]
    public async Task Start_WithWrongCookie_RefusesAndPrintsNoHandshake()
    {
        using var plugin = RunningPlugin.Start(tls: false, (TerraformPlugin.Hosting.HandshakeEnvironment.CookieName, "wrong"));

        Assert.Equal(1, await plugin.WaitForExitAsync());
        Assert.Empty(await plugin.ReadOutputAsync());
    }

    [Fact]
    public async Task Start_WithGarbageForClientCertificate_SaysSoAsPanic()
    {
        using var plugin = RunningPlugin.Start(tls: false, ("PLUGIN_CLIENT_CERT", "garbage"));

        Assert.NotEqual(0, await plugin.WaitForExitAsync());
        Assert.Empty(await plugin.ReadOutputAsync());
        Assert.StartsWith("panic: System.InvalidOperationException: PLUGIN_CLIENT_CERT", await plugin.ReadErrorAsync());
    }

    [Fact]
    public async Task Start_WithTooLongTempDirectory_FindsAShorterPlace()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "no unix sockets there");
        var directory = Directory.CreateTempSubdirectory(new string('x', 120));
        try
        {
            using var plugin = RunningPlugin.Start(tls: true, ("TMPDIR", directory.FullName));
            var handshake = await plugin.HandshakeAsync();
            using var client = plugin.Connect(handshake);

            Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, await client.CheckAsync());
            Assert.DoesNotContain(directory.FullName, handshake.Address, StringComparison.Ordinal);
            await client.ShutdownAsync();
            await plugin.WaitForExitAsync();
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Start_WithSocketDirectory_ListensThere()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "no unix sockets there");
        var directory = Directory.CreateTempSubdirectory();
        try
        {
            using var plugin = RunningPlugin.Start(tls: true, ("PLUGIN_UNIX_SOCKET_DIR", directory.FullName));

            Assert.Equal(directory.FullName, Path.GetDirectoryName((await plugin.HandshakeAsync()).Address));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }
}
