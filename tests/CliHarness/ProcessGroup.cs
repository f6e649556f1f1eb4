using System.Globalization;

namespace CliHarness;

/// <summary>A CLI and all that it started: what a terminal, a pipeline or a service manager signals as one.</summary>
/// <param name="Leader">The process that began the group; the group has its number.</param>
public readonly record struct ProcessGroup(int Leader)
{
    /// <summary>Sends a signal to every process of the group.</summary>
    public void Send(int signal) => Signals.Send(-Leader, signal);

    /// <summary>Does so unless the group has ended by then.</summary>
    public void SendIfThere(int signal) => Signals.TrySend(-Leader, signal);

    /// <summary>The commands that still run. One that has ended and that nobody has asked for its exit code is none of them.</summary>
    public IReadOnlyList<string> Running() => [.. Members().Select(p => p.Command)];

    /// <summary>The same processes by their number.</summary>
    public IReadOnlyList<(int Id, string Command)> Members()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are looked up in /proc.");
        var group = Leader;
        return [.. Directory.EnumerateDirectories("/proc").Where(d => char.IsAsciiDigit(Path.GetFileName(d)[0])).Select(Read).OfType<ProcessEntry>()
            .Where(p => p.Group == group && p.State is not ("Z" or "X")).Select(p => (p.Id, p.Command))];
    }

    // See proc(5): "pid (command) state parent group ..."; a command may hold anything.
    private static ProcessEntry? Read(string folder)
    {
        try
        {
            var text = File.ReadAllText(Path.Combine(folder, "stat"));
            var end = text.LastIndexOf(')');
            var fields = text[(end + 2)..].Split(' ');
            var id = int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture);
            return new(id, text[(text.IndexOf('(') + 1)..end], fields[0], int.Parse(fields[2], CultureInfo.InvariantCulture));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It ended while we looked.
            return null;
        }
    }

    private sealed record ProcessEntry(int Id, string Command, string State, int Group);
}
