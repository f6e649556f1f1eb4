using System.Buffers;
using Microsoft.Extensions.Logging;

namespace TerraformPlugin.Hosting.Logging;

/// <summary>Writes whole lines, one at a time.</summary>
internal sealed class HclogWriter(Stream target, TimeProvider time)
{
    private readonly Lock _gate = new();

    public Func<string, string> Redact { get; set; } = static text => text;

    public void Write(LogLevel level, string module, string message, Exception? exception, Action<HclogLine> fields)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var line = new HclogLine(buffer, Redact))
        {
            line.Begin(level, module, message, time.GetUtcNow());
            if (exception is not null)
            {
                line.WriteField("error", exception.ToString());
            }

            fields(line);
        }

        buffer.Write("\n"u8);
        lock (_gate)
        {
            try
            {
                target.Write(buffer.WrittenSpan);
                target.Flush();
            }
            catch (IOException)
            {
                // Who read it is dead. What is being done must come to its end all the same.
            }
        }
    }
}
