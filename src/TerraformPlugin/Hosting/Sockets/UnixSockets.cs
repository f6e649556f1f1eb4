using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Text;

namespace TerraformPlugin.Hosting.Sockets;

/// <summary>Listens on a unix socket that only the user (or one group) may connect to.</summary>
[UnsupportedOSPlatform("windows")]
internal static class UnixSockets
{
    public const string Network = "unix";

    // 104 bytes on macOS and 108 on Linux, of which Go's client wants one for the terminating zero.
    private const int LongestPath = 103;

    /// <returns>null when no directory offers a path that is short enough and writable.</returns>
    public static PluginListener? TryListen(HandshakeEnvironment environment)
    {
        foreach (var directory in Directories(environment))
        {
            var path = Path.Combine(Path.GetFullPath(directory), "plugin" + Path.GetRandomFileName());
            if (IsUsable(path) && TryListen(path, environment.SocketGroup) is { } listener)
            {
                return listener;
            }
        }

        return null;
    }

    private static IEnumerable<string> Directories(HandshakeEnvironment environment)
    {
        if (environment.SocketDirectory is { } asked)
        {
            yield return asked;
        }

        yield return Path.GetTempPath();
        yield return "/tmp";
    }

    // The handshake's fields are separated by '|', its end is a line's end.
    private static bool IsUsable(string path) =>
        Encoding.UTF8.GetByteCount(path) <= LongestPath && path.AsSpan().IndexOfAny('|', '\n', '\r') < 0;

    private static PluginListener? TryListen(string path, string? group)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        var listener = new PluginListener(socket, Network, path);
        try
        {
            socket.Bind(new UnixDomainSocketEndPoint(path));
            // Nobody can connect before Listen, so there is no moment at which the file is open to others.
            Restrict(path, group);
            socket.Listen();
            return listener;
        }
        catch (Exception e)
        {
            listener.Dispose();
            if (e is SocketException)
            {
                return null;
            }

            throw;
        }
    }

    private static void Restrict(string path, string? group)
    {
        var mode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        if (group is not null)
        {
            SocketGroup.Assign(path, group);
            mode |= UnixFileMode.GroupRead | UnixFileMode.GroupWrite;
        }

        File.SetUnixFileMode(path, mode);
    }
}
