using System.Globalization;
using System.Text;

namespace Dashserv.Chaos.Running;

/// <summary>What happened in a cell, in order.</summary>
internal sealed class Transcript
{
    private readonly Lock _lock = new();
    private readonly StringBuilder _text = new();

    public void Note(string line)
    {
        lock (_lock)
        {
            _text.Append(DateTime.UtcNow.ToString("HH:mm:ss.fff ", CultureInfo.InvariantCulture)).AppendLine(line);
        }
    }

    public void Add(string what, CliResult run)
    {
        Note($"== {what}: {run.Command} ended with {run.ExitCode}");
        lock (_lock)
        {
            _text.AppendLine(run.Output);
        }
    }

    public override string ToString()
    {
        lock (_lock)
        {
            return _text.ToString();
        }
    }
}
