using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace TerraformPlugin.Hosting.Sockets;

/// <summary>Listens on the loopback address: on Windows, and where no unix socket is to be had.</summary>
internal static class TcpSockets
{
    public const string Network = "tcp";

    public static PluginListener Listen(HandshakeEnvironment environment)
    {
        for (var port = environment.MinPort; port > 0 && port <= environment.MaxPort; port++)
        {
            if (TryListen(port) is { } socket)
            {
                return new PluginListener(socket, Network, Address(socket));
            }
        }

        // The client dials what it is told, and does not check the range: any free port is better than none.
        var free = TryListen(0) ?? throw new InvalidOperationException("No TCP port is free on 127.0.0.1.");
        return new PluginListener(free, Network, Address(free));
    }

    private static Socket? TryListen(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (OperatingSystem.IsWindows())
            {
                socket.ExclusiveAddressUse = true;
            }

            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            socket.Listen();
            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose();
            return null;
        }
    }

    private static string Address(Socket socket) =>
        string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{((IPEndPoint)socket.LocalEndPoint!).Port}");
}
