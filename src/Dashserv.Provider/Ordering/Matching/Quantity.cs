using System.Globalization;
using System.Text.RegularExpressions;

namespace Dashserv.Provider.Ordering.Matching;

/// <summary>
/// How much a form's label means: <c>4 Cores</c>, <c>vCPU 2</c>, <c>RAM: 8 GB DDR4</c>, <c>1 TB NVMe SSD</c>, <c>1.000 GB</c>, <c>512 MB</c>.
/// Sizes are in GB. A label that could mean more than one amount means none: what is guessed from it would be ordered, and paid for.
/// </summary>
internal static partial class Quantity
{
    private static readonly decimal[] Plain = [1];

    private static readonly HashSet<string> Measures = new(StringComparer.OrdinalIgnoreCase)
    {
        "GB", "GiB", "TB", "TiB", "MB", "MiB",
        "CPU", "CPUs", "vCPU", "vCPUs", "Core", "Cores", "vCore", "vCores", "Kern", "Kerne", "Kernen", "Prozessor", "Prozessoren", "Prozessorkerne",
        "RAM", "Memory", "Arbeitsspeicher", "Hauptspeicher", "Speicher", "Speicherplatz", "Disk", "Storage", "Festplatte", "SSD", "HDD", "NVMe",
    };

    private static readonly HashSet<string> OtherMeasures = new(StringComparer.OrdinalIgnoreCase)
    {
        "Hz", "MHz", "GHz", "kbit", "Mbit", "Gbit", "Mbps", "Gbps", "EUR", "Euro", "Cent", "€", "%",
    };

    /// <summary>What a label's number may be; nothing where it has none, or more than one that may be meant. A TB is a thousand GB to some, and 1,024 to
    /// others.</summary>
    public static IReadOnlyList<decimal> Read(string label) =>
        ReadPart(Parenthesis().Replace(label, " ")) is { Count: > 0 } amounts ? amounts : ReadPart(label);

    /// <summary>The numbers in a label, whatever they count. Those that are part of a name, as in <c>DDR4</c> and <c>E3-1270v2</c>, are not in it.</summary>
    public static IReadOnlyList<decimal> Numbers(string label) =>
        [.. Number().Matches(label).Where(m => !IsPartOfName(label, m.Index))
            .SelectMany(m => TryParse(m.Groups[1].Value, out var number) ? [number] : Array.Empty<decimal>())];

    /// <summary>How many GB one of a unit may be, likeliest first; 1 where it is no unit of size.</summary>
    public static IReadOnlyList<decimal> Units(string? unit) => unit?.Trim().ToUpperInvariant() switch
    {
        "TB" => [1000, 1024],
        "TIB" => [1024],
        "MB" or "MIB" => [1 / 1024m, 1 / 1000m],
        _ => Plain,
    };

    private static IReadOnlyList<decimal> ReadPart(string text)
    {
        if (Several().IsMatch(text))
        {
            return [];
        }

        var all = Number().Matches(text).Where(m => !IsPartOfName(text, m.Index)).ToList();
        var measured = all.Where(m => IsMeasured(text, m)).ToList();
        var meant = (measured, all) switch
        {
            ([var one], _) => one,
            ([], [var one]) when text.AsSpan(0, one.Index).IsWhiteSpace() && !OtherMeasures.Contains(one.Groups[2].Value) => one,
            _ => null,
        };
        return meant is not null && TryParse(meant.Groups[1].Value, out var number) ? [.. Units(meant.Groups[2].Value).Select(unit => number * unit)] : [];
    }

    private static bool IsMeasured(string text, Match number) =>
        Measures.Contains(number.Groups[2].Value)
            || (number.Groups[2].Length == 0 && Measures.Contains(WordAtEnd().Match(text[..number.Index]).Groups[1].Value));

    private static bool IsPartOfName(string text, int start) => NameAtEnd().IsMatch(text[..start]);

    // The vendor's labels are German: three digits after a full stop are thousands, and a comma is the decimal one. Three after a comma may be either.
    private static bool TryParse(string text, out decimal number)
    {
        number = 0;
        return !EnglishThousands().IsMatch(text) && decimal.TryParse(
            Thousands().IsMatch(text) ? text.Replace(".", "", StringComparison.Ordinal) : text.Replace(',', '.'), NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out number);
    }

    [GeneratedRegex(@"(\d+(?:[.,]\d+)*)(?:\s*-?\s*(\p{L}+|[€%]))?")]
    private static partial Regex Number();

    // Numbers between which there is no word of their own: a product, a range, a choice, thousands after a blank.
    [GeneratedRegex(@"(?:^|[^\p{L}\d.,-])\d+(?:[.,]\d+)*(?:\s*(?:[-–x×*/+]|bis|to)\s*|\s+)\d", RegexOptions.IgnoreCase)]
    private static partial Regex Several();

    [GeneratedRegex(@"(?:\p{L}|\p{L}[\p{L}\d]*-)$")]
    private static partial Regex NameAtEnd();

    [GeneratedRegex(@"(\p{L}+)[\s:=(–-]*$")]
    private static partial Regex WordAtEnd();

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex Parenthesis();

    [GeneratedRegex(@"^\d{1,3}(\.\d{3})+$")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"^\d{1,3}(,\d{3})+$")]
    private static partial Regex EnglishThousands();
}
