using System.Net;
using System.Runtime.Versioning;
using TerraformPlugin.Hosting;
using TerraformPlugin.Hosting.Sockets;

namespace TerraformPlugin.Tests.Hosting.Sockets;

public sealed class PluginListenerTests
{
    [Fact]
    public void Listen_OnTcp_TakesAFreePortOfTheRange()
    {
        using var first = TcpSockets.Listen(HandshakeEnvironment.Empty);
        var taken = ((IPEndPoint)first.Socket.LocalEndPoint!).Port;

        using var second = TcpSockets.Listen(HandshakeEnvironment.Empty with { MinPort = taken, MaxPort = Math.Min(taken + 20, ushort.MaxValue) });

        Assert.Equal("tcp", second.Network);
        Assert.StartsWith("127.0.0.1:", second.Address, StringComparison.Ordinal);
        Assert.NotEqual(first.Address, second.Address);
    }

    [Fact]
    public void Listen_OnTcpWithAFullRange_TakesAnyPort()
    {
        using var first = TcpSockets.Listen(HandshakeEnvironment.Empty);
        var taken = ((IPEndPoint)first.Socket.LocalEndPoint!).Port;

        using var second = TcpSockets.Listen(HandshakeEnvironment.Empty with { MinPort = taken, MaxPort = taken });

        Assert.NotEqual(first.Address, second.Address);
    }

    [Fact]
    public void Open_WithUnusableSocketDirectory_TakesAnother()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "no unix sockets there");

        using var listener = PluginListener.Open(HandshakeEnvironment.Empty with { SocketDirectory = "/nonexistent" });

        Assert.Equal("unix", listener.Network);
        Assert.True(File.Exists(listener.Address));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void Open_WithGroup_LetsTheGroupConnect()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "no unix sockets there");
        var group = Environment.UserName;
        Assert.SkipUnless(group == "root", "only root may give a file to any group");

        using var listener = PluginListener.Open(HandshakeEnvironment.Empty with { SocketGroup = group });

        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite,
            File.GetUnixFileMode(listener.Address));
    }

    [Fact]
    public void Open_WithUnknownGroup_FailsAndLeavesNoFile()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "no unix sockets there");

        var directory = Directory.CreateTempSubdirectory();
        try
        {
            var environment = HandshakeEnvironment.Empty with { SocketDirectory = directory.FullName, SocketGroup = "no-such-group-here" };

            Assert.Throws<InvalidOperationException>(() => PluginListener.Open(environment));
            Assert.Empty(directory.GetFiles());
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    public void Dispose_OfUnixListener_RemovesItsFile()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "no unix sockets there");
        var listener = PluginListener.Open(HandshakeEnvironment.Empty);

        listener.Dispose();

        Assert.False(File.Exists(listener.Address));
    }
}
