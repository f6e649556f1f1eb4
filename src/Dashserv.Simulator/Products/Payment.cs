namespace Dashserv.Simulator.Products;

/// <summary>How a product is paid: by the hour with the price of a month / 720, or a period ahead.</summary>
internal sealed class Payment(Simulation world, Account account, Period? period, DateTimeOffset ordered)
{
    private readonly string _uuid = world.NewId();
    private readonly string _hourlyUuid = world.NewId();

    public DateTimeOffset Ordered => ordered;

    /// <summary>Gross: of a month when billed by the hour, else of the period.</summary>
    public decimal Price { get; set; }

    /// <summary>What location and period make of a monthly cost.</summary>
    public decimal Multiplier { get; init; } = 1;

    public decimal Hourly => Math.Round(Price / 720, 5);

    /// <summary>What a month costs, however it is paid.</summary>
    public decimal Monthly => Price / (period?.Months ?? 1);

    public bool IsHourly => account.IsHourly;

    /// <summary>Hours begun.</summary>
    public int Hours(DateTimeOffset now) => (int)((now - ordered).Ticks / TimeSpan.TicksPerHour) + 1;

    public decimal Current(DateTimeOffset now) => account.IsHourly ? Hours(now) * Hourly : 0;

    public JsonObject ToJson(string product, string productUuid, DateTimeOffset now) => new()
    {
        ["uuid"] = _uuid,
        ["state"] = "waiting",
        ["type"] = account.IsHourly ? "hourly" : "monthly",
        ["price"] = Dashserv.Simulator.Forms.Price.Number(Price),
        ["customer"] = account.Customer,
        ["period"] = period?.ToJson(),
        ["product"] = new JsonObject { ["name"] = product, ["uuid"] = productUuid, ["realName"] = null },
        ["data"] = null,
        ["deletion"] = null,
        ["autoRenew"] = !account.IsHourly,
        ["coupon"] = null,
        ["unix"] = ordered.ToUnixTimeSeconds(),
        ["transaction"] = new JsonObject
        {
            ["last"] = account.IsHourly ? null : ordered.ToUnixTimeSeconds(),
            ["next"] = period is null ? null : (ordered + period.Length).ToUnixTimeSeconds(),
        },
        ["hourly"] = account.IsHourly ? HourlyJson(product, productUuid, now) : null,
    };

    private JsonObject HourlyJson(string product, string productUuid, DateTimeOffset now) => new()
    {
        ["uuid"] = _hourlyUuid,
        ["billed"] = false,
        ["price"] = new JsonObject
        {
            ["hourly"] = Dashserv.Simulator.Forms.Price.Number(Hourly),
            ["monthly"] = Dashserv.Simulator.Forms.Price.Number(Price),
            ["hours"] = Hours(now),
            ["current"] = Dashserv.Simulator.Forms.Price.Number(Current(now)),
        },
        ["payment"] = new JsonObject
        {
            ["month"] = ordered.ToString("MM-yyyy", CultureInfo.InvariantCulture),
            ["start"] = ordered.ToUnixTimeSeconds(),
            ["end"] = null,
        },
        ["product"] = new JsonObject { ["name"] = product, ["uuid"] = productUuid },
    };
}
