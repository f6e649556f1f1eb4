namespace Dashserv.Simulator.Forms;

/// <summary>For how long an ordinary customer pays ahead. Uuids and lengths are the reference's.</summary>
internal sealed record Period(string Uuid, string DisplayName, int Months, int[] RenewNotifications)
{
    public static IReadOnlyList<Period> All { get; } =
    [
        new("Oha73a", "1 Monat", 1, [604800, 259200, 86400]),
        new("Oj3aJNa", "2 Monate", 2, [1209600, 604800, 259200, 86400]),
        new("7JHa3t", "3 Monate", 3, [2419200, 604800, 259200, 86400]),
    ];

    public TimeSpan Length => TimeSpan.FromDays(30 * Months);

    public JsonObject ToJson() => new()
    {
        ["uuid"] = Uuid,
        ["displayName"] = DisplayName,
        ["periodLength"] = (int)Length.TotalSeconds,
        ["lockedLength"] = 604800,
        ["totalPercentage"] = 1,
        ["priceMultiplier"] = Months,
        ["renewNotifications"] = new JsonArray([.. RenewNotifications.Select(n => (JsonNode)n)]),
    };
}
