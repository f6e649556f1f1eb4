using System.Globalization;

namespace Dashserv.Provider.ScheduledTasks;

/// <summary>
/// Between RFC 3339 and the API's <c>dd.MM.yyyy HH:mm</c>, which is the vendor's local time (Europe/Berlin). The European
/// rule is written out, as a machine may have no time zone data.
/// </summary>
internal static class BerlinTime
{
    private const string ApiFormat = "dd.MM.yyyy HH:mm";

    public static string? FindProblem(string text) => TryRead(text, out var time) && time.Ticks % TimeSpan.TicksPerMinute == 0
        ? null
        : $"\"{text}\" is not a time to the minute in RFC 3339. Write one such as \"2030-03-18T08:21:00Z\" or \"2030-03-18T09:21:00+01:00\".";

    /// <summary>The moment; null where the text is none.</summary>
    public static DateTimeOffset? Read(string rfc3339) => TryRead(rfc3339, out var time) ? time : null;

    public static bool IsSame(string left, string right) => TryRead(left, out var a) && TryRead(right, out var b) && a.UtcDateTime == b.UtcDateTime;

    /// <summary>The moment in the API's format and zone.</summary>
    /// <exception cref="FormatException">The text is not RFC 3339.</exception>
    public static string ToApi(string rfc3339) =>
        TryRead(rfc3339, out var time)
            ? time.ToOffset(OffsetAt(time)).ToString(ApiFormat, CultureInfo.InvariantCulture)
            : throw new FormatException($"\"{rfc3339}\" is not a time in RFC 3339");

    /// <summary>Summer time is from the last Sunday of March to the last Sunday of October, each at 01:00 UTC.</summary>
    public static TimeSpan OffsetAt(DateTimeOffset time)
    {
        var utc = time.UtcDateTime;
        return TimeSpan.FromHours(utc >= LastSunday(utc.Year, 3) && utc < LastSunday(utc.Year, 10) ? 2 : 1);
    }

    private static DateTime LastSunday(int year, int month)
    {
        var last = new DateTime(year, month, DateTime.DaysInMonth(year, month), 1, 0, 0, DateTimeKind.Utc);
        return last.AddDays(-(int)last.DayOfWeek);
    }

    private static bool TryRead(string text, out DateTimeOffset time) => DateTimeOffset.TryParseExact(
        text,
        ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"],
        CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal,
        out time) && time.Year < DateTime.MaxValue.Year && (text.EndsWith('Z') || text.EndsWith('z') || text.LastIndexOfAny(['+', '-']) > 10);
}
