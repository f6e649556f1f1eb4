namespace Dashserv.Simulator.Tasks;

/// <summary>How often a scheduled task runs, by Berlin's calendar: what runs at nine runs at nine in summer too.</summary>
internal static class TaskInterval
{
    private static readonly Dictionary<string, (int Days, int Months)> Steps = new(StringComparer.Ordinal)
    {
        ["DAILY"] = (1, 0),
        ["TWODAYS"] = (2, 0),
        ["THREEDAYS"] = (3, 0),
        ["WEEKLY"] = (7, 0),
        ["TWOWEEKS"] = (14, 0),
        ["MONTHLY"] = (0, 1),
        ["TWOMONTHS"] = (0, 2),
        ["THREEMONTHS"] = (0, 3),
        ["SIXMONTHS"] = (0, 6),
        ["YEARLY"] = (0, 12),
    };

    public static bool Exists(string name) => Steps.ContainsKey(name);

    public static DateTimeOffset Next(string name, DateTimeOffset after)
    {
        var (days, months) = Steps[name];
        return BerlinTime.ToUtc(BerlinTime.FromUtc(after).DateTime.AddDays(days).AddMonths(months));
    }
}
