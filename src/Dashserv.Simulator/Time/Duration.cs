using System.Text.RegularExpressions;

namespace Dashserv.Simulator.Time;

/// <summary>Durations as people write them: <c>500ms</c>, <c>3s</c>, <c>1h30m</c>, <c>2d</c>.</summary>
internal static partial class Duration
{
    public static TimeSpan Parse(string text)
    {
        var match = Pattern().Match(text);
        if (text.Length == 0 || !match.Success)
        {
            throw new FormatException($"\"{text}\" is not a duration; write it like 500ms, 3s or 1h30m.");
        }

        return TimeSpan.FromDays(Part(match, "d")) + TimeSpan.FromHours(Part(match, "h")) + TimeSpan.FromMinutes(Part(match, "m"))
            + TimeSpan.FromSeconds(Part(match, "s")) + TimeSpan.FromMilliseconds(Part(match, "ms"));
    }

    private static double Part(Match match, string unit) =>
        match.Groups[unit] is { Success: true } part ? double.Parse(part.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^((?<d>[\d.]+)d)?((?<h>[\d.]+)h)?((?<m>[\d.]+)m(?!s))?((?<s>[\d.]+)s)?((?<ms>[\d.]+)ms)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
