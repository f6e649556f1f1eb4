using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace TerraformPlugin.Hosting.Sockets;

/// <summary>Gives a socket to the group that PLUGIN_UNIX_SOCKET_GROUP names: its client runs as somebody else.</summary>
[UnsupportedOSPlatform("windows")]
internal static class SocketGroup
{
    /// <exception cref="InvalidOperationException">The group does not exist, or we may not give files to it.</exception>
    public static void Assign(string path, string group)
    {
        if (Libc.ChangeOwner(path, Libc.SameOwner, Id(group)) != 0)
        {
            throw new InvalidOperationException($"The socket cannot be given to the group \"{group}\": {Marshal.GetLastPInvokeErrorMessage()}");
        }
    }

    private static uint Id(string group)
    {
        if (uint.TryParse(group, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return id;
        }

        var entry = Libc.FindGroup(group);
        return entry != 0
            ? (uint)Marshal.ReadInt32(entry, 2 * nint.Size)
            : throw new InvalidOperationException($"PLUGIN_UNIX_SOCKET_GROUP names a group that does not exist: \"{group}\".");
    }
}
