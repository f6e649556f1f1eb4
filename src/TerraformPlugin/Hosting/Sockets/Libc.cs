using System.Runtime.InteropServices;

namespace TerraformPlugin.Hosting.Sockets;

/// <summary>The few calls of the C library that .NET does not offer.</summary>
internal static partial class Libc
{
    /// <summary>Leaves a file's owner as it is.</summary>
    public const uint SameOwner = uint.MaxValue;

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int SetEnvironment(string name, string value, int overwrite);

    [LibraryImport("libc", EntryPoint = "chown", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int ChangeOwner(string path, uint owner, uint group);

    /// <summary>A group's entry, or zero. The numeric id follows two pointers (name, password) on all systems we run on.</summary>
    [LibraryImport("libc", EntryPoint = "getgrnam", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial nint FindGroup(string name);
}
