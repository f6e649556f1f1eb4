using System.Buffers;
using System.Globalization;

namespace TerraformPlugin.Values;

/// <summary>Durations as Go and Terraform write them: <c>90s</c>, <c>30m</c>, <c>1h30m</c>, <c>1.5h</c>, <c>250ms</c>.</summary>
public static class GoDuration
{
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

    private static readonly (string Unit, double Milliseconds)[] Units = [("ms", 1), ("h", 3_600_000), ("m", 60_000), ("s", 1_000)];

    /// <summary>The duration, or false where the text is not one. Negative durations are not accepted.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        if (text == "0")
        {
            return true;
        }

        var rest = text.AsSpan();
        var milliseconds = 0.0;
        while (rest.Length > 0)
        {
            var digits = rest.IndexOfAnyExcept(NumberCharacters);
            if (digits <= 0 || !double.TryParse(rest[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
            {
                return false;
            }

            rest = rest[digits..];
            var matched = false;
            foreach (var (unit, factor) in Units)
            {
                if (rest.StartsWith(unit, StringComparison.Ordinal))
                {
                    milliseconds += amount * factor;
                    rest = rest[unit.Length..];
                    matched = true;
                    break;
                }
            }

            if (!matched)
            {
                return false;
            }
        }

        if (text.Length == 0 || milliseconds > TimeSpan.FromDays(3650).TotalMilliseconds)
        {
            return false;
        }

        duration = TimeSpan.FromMilliseconds(milliseconds);
        return true;
    }

    /// <summary>The duration as Go writes it, such as <c>1h30m0s</c> without parts that are zero.</summary>
    public static string Format(TimeSpan duration)
    {
        var text = $"{(duration.TotalHours >= 1 ? $"{(long)duration.TotalHours}h" : "")}{(duration.Minutes > 0 ? $"{duration.Minutes}m" : "")}";
        var seconds = duration.Seconds + (duration.Milliseconds / 1000.0);
        return seconds > 0 || text.Length == 0 ? text + seconds.ToString(CultureInfo.InvariantCulture) + "s" : text;
    }
}
