using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace TerraformPlugin.Authoring;

/// <summary>A small file that a user names. What is none, such as a pipe that nobody writes to, neither holds the process up nor fills its memory.</summary>
public static partial class UserFile
{
    // Of Linux, and of macOS.
    private static readonly int WithoutWaiting = OperatingSystem.IsLinux() ? 0x800 | 0x80000 : 0x4 | 0x1000000;

    /// <param name="path">The file.</param>
    /// <param name="limit">The most bytes that it may have.</param>
    /// <exception cref="IOException">It cannot be read, is no regular file, or is longer.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static string ReadText(string path, int limit)
    {
        using var stream = new FileStream(Open(path), FileAccess.Read, bufferSize: 0);
        if (!stream.CanSeek)
        {
            throw new IOException("it is a pipe or a device, and no regular file.");
        }

        var bytes = new byte[limit + 1];
        var count = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (count > limit)
        {
            throw new IOException($"it has more than {limit / 1024} KiB.");
        }

        using var reader = new StreamReader(new MemoryStream(bytes, 0, count));
        return reader.ReadToEnd();
    }

    // .NET has no way to open a file without waiting for whoever may write to it.
    private static SafeFileHandle Open(string path)
    {
        var descriptor = OperatingSystem.IsWindows() || Directory.Exists(path) ? -1 : OpenUnix(path, WithoutWaiting);

        // What cannot be opened is told in .NET's words.
        return descriptor < 0 ? File.OpenHandle(path) : new SafeFileHandle(descriptor, ownsHandle: true);
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int OpenUnix(string path, int flags);
}
