using System.Net.Sockets;

namespace TerraformPlugin.Hosting.Sockets;

/// <summary>The listening socket, bound before Kestrel exists so that the client can be told at once.</summary>
internal sealed class PluginListener(Socket socket, string network, string address) : IDisposable
{
    public Socket Socket => socket;

    /// <summary><c>unix</c> or <c>tcp</c>.</summary>
    public string Network => network;

    /// <summary>What the client dials.</summary>
    public string Address => address;

    public static PluginListener Open(HandshakeEnvironment environment) =>
        (OperatingSystem.IsWindows() ? null : UnixSockets.TryListen(environment)) ?? TcpSockets.Listen(environment);

    /// <summary>Removes the socket's file without waiting for anything: for the moment the process ends.</summary>
    public void RemoveFile()
    {
        if (network != UnixSockets.Network)
        {
            return;
        }

        try
        {
            File.Delete(address);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody cleaned up the directory before us.
        }
    }

    public void Dispose()
    {
        socket.Dispose();
        RemoveFile();
    }
}
