using System.Globalization;
using System.Text.RegularExpressions;

namespace Dashserv.Provider.Ordering;

/// <summary>How much a form's label means: <c>4 Cores</c>, <c>8 GB RAM</c>, <c>1 TB NVMe SSD</c>, <c>1.000 GB</c>, <c>512 MB</c>. Sizes are in GB.</summary>
internal static partial class Quantity
{
    private static readonly decimal[] Plain = [1];

    /// <summary>What a label's number may be; nothing where it begins with none. A TB is a thousand GB to some, and 1,024 to others.</summary>
    public static IReadOnlyList<decimal> Read(string label) =>
        Label().Match(label) is { Success: true } match && TryParse(match.Groups[1].Value, out var number)
            ? [.. Units(match.Groups[2].Value).Select(unit => number * unit)]
            : [];

    /// <summary>How many GB one of a unit may be, likeliest first; 1 where it is no unit of size.</summary>
    public static IReadOnlyList<decimal> Units(string? unit) => unit?.Trim().ToUpperInvariant() switch
    {
        "TB" => [1000, 1024],
        "TIB" => [1024],
        "MB" or "MIB" => [1 / 1024m, 1 / 1000m],
        _ => Plain,
    };

    // The vendor's labels are German: three digits after a full stop are thousands, and a comma is the decimal one.
    private static bool TryParse(string text, out decimal number) => decimal.TryParse(
        Thousands().IsMatch(text) ? text.Replace(".", "", StringComparison.Ordinal) : text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    [GeneratedRegex(@"^\s*(\d+(?:[.,]\d+)*)\s*([A-Za-z]*)")]
    private static partial Regex Label();

    [GeneratedRegex(@"^\d{1,3}(\.\d{3})+$")]
    private static partial Regex Thousands();
}
