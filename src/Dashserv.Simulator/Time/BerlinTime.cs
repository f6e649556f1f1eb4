namespace Dashserv.Simulator.Time;

/// <summary>
/// Berlin's wall clock by the European Union's rule (last Sunday of March and of October, 01:00 UTC), computed here because the
/// machine may have no time zone data. The reference's sample confirms the zone: "18.03.2022 09:21" comes back as 1647591660.
/// </summary>
internal static class BerlinTime
{
    public static DateTimeOffset FromUtc(DateTimeOffset utc) => utc.ToOffset(IsSummer(utc.UtcDateTime) ? TimeSpan.FromHours(2) : TimeSpan.FromHours(1));

    /// <summary>
    /// A wall time as an instant. One that the clocks skip counts as standard time (02:30 becomes 03:30); of one that happens
    /// twice the first is meant. Both as PHP, which the API is written in, does it.
    /// </summary>
    public static DateTimeOffset ToUtc(DateTime wall)
    {
        var asSummer = DateTime.SpecifyKind(wall.AddHours(-2), DateTimeKind.Utc);
        return new DateTimeOffset(IsSummer(asSummer) ? asSummer : DateTime.SpecifyKind(wall.AddHours(-1), DateTimeKind.Utc), TimeSpan.Zero);
    }

    /// <summary>Reads <c>dd.MM.yyyy HH:mm</c>; the reference's curl sample sends it in double quotes, so those are accepted.</summary>
    public static bool TryParse(string text, out DateTimeOffset instant)
    {
        var ok = DateTime.TryParseExact(text.Trim().Trim('"'), "dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall);
        instant = ok ? ToUtc(wall) : default;
        return ok;
    }

    private static bool IsSummer(DateTime utc) => utc >= Switch(utc.Year, 3) && utc < Switch(utc.Year, 10);

    private static DateTime Switch(int year, int month)
    {
        var last = new DateTime(year, month, 31, 1, 0, 0, DateTimeKind.Utc);
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
