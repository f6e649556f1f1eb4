using System.Diagnostics;
using System.Text;

namespace CliHarness;

/// <summary>A command that is under way.</summary>
public sealed class RunningCli : IDisposable
{
    private readonly Process _process;
    private readonly string _command;
    private readonly TimeSpan _patience;
    private readonly StringBuilder _said = new();
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    public RunningCli(ProcessStartInfo start, TimeSpan patience, string input = "")
    {
        _command = $"{Path.GetFileName(start.FileName)} {string.Join(' ', start.ArgumentList)}";
        _patience = patience;
        _process = Process.Start(start)!;
        _process.StandardInput.Write(input);
        _process.StandardInput.Close();
        _output = ReadAsync(_process.StandardOutput);
        _error = _process.StandardError.ReadToEndAsync();
    }

    public int Id => _process.Id;

    /// <summary>The command and what it started, if it was started as the leader of a group.</summary>
    public ProcessGroup Group => new(_process.Id);

    /// <summary>What Ctrl-C sends.</summary>
    public void Interrupt() => Signals.Send(_process.Id, Signals.Interrupt);

    /// <summary>What kill -9, or a machine that dies, does.</summary>
    public void Kill() => _process.Kill(entireProcessTree: true);

    /// <summary>Whether it has said this by now, on its standard output.</summary>
    public bool HasSaid(string text)
    {
        lock (_said)
        {
            return _said.ToString().Contains(text, StringComparison.Ordinal);
        }
    }

    public async Task<CliResult> WaitAsync()
    {
        try
        {
            await _process.WaitForExitAsync().WaitAsync(_patience);
        }
        catch (TimeoutException)
        {
            _process.Kill(entireProcessTree: true);
            Assert.Fail($"\"{_command}\" did not end within {_patience}:\n{await _output}{await _error}");
        }

        return new(_command, _process.ExitCode, await _output, await _error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private async Task<string> ReadAsync(StreamReader reader)
    {
        var buffer = new char[4096];
        while (await reader.ReadAsync(buffer) is > 0 and var read)
        {
            lock (_said)
            {
                _said.Append(buffer, 0, read);
            }
        }

        lock (_said)
        {
            return _said.ToString();
        }
    }
}
