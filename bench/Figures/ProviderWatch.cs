using System.Diagnostics;
using System.Globalization;

namespace Figures;

/// <summary>Watches the provider's processes through /proc while a command runs. Not used where time is measured.</summary>
internal sealed class ProviderWatch(string executable)
{
    private const int TicksPerSecond = 100;

    private readonly Dictionary<int, double> _seconds = [];

    /// <summary>The most memory that one process ever had resident, in MB.</summary>
    public double PeakMegabytes { get; private set; }

    /// <summary>Processor time of all of them together, in s, as of the last look.</summary>
    public double CpuSeconds => _seconds.Values.Sum();

    /// <summary>How many there were.</summary>
    public int Processes => _seconds.Count;

    public async Task FollowAsync(Process command)
    {
        while (!command.HasExited)
        {
            foreach (var folder in Directory.EnumerateDirectories("/proc").Where(f => char.IsAsciiDigit(f[6])))
            {
                Look(folder);
            }

            await Task.Delay(1);
        }
    }

    private void Look(string folder)
    {
        try
        {
            if (File.ResolveLinkTarget($"{folder}/exe", returnFinalTarget: false)?.FullName != executable)
            {
                return;
            }
            // The kernel keeps the peak itself, so what lies between two looks counts too.
            var peak = File.ReadLines($"{folder}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            if (peak is not null)
            {
                PeakMegabytes =
                    Math.Max(PeakMegabytes, double.Parse(peak.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024);
            }

            var stat = File.ReadAllText($"{folder}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            _seconds[int.Parse(folder.AsSpan(6), CultureInfo.InvariantCulture)] =
                (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) / (double)TicksPerSecond;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It ended while we looked.
        }
    }
}
