using System.Text;

namespace TerraformPlugin.Hosting;

/// <summary>The process's own stdout and stderr as raw bytes: no encoding, no byte order mark, no buffer.</summary>
internal static class StandardStreams
{
#pragma warning disable RS0030 // The one place that may: everything else writes through these, or logs.
    public static Stream OpenOutput() => Console.OpenStandardOutput();

    public static Stream OpenError() => Console.OpenStandardError();
#pragma warning restore RS0030

    public static void WriteOutput(string text) => Write(OpenOutput(), text);

    public static void WriteError(string text) => Write(OpenError(), text);

    private static void Write(Stream stream, string text)
    {
        stream.Write(Encoding.UTF8.GetBytes(text));
        stream.Flush();
    }
}
