namespace Dashserv.Simulator.Orders;

/// <summary>
/// What an order costs: (base + options) × location × period. Hourly accounts see a month's price. The place's surcharge stands in its own position, so the
/// positions
/// add up to the price.
/// </summary>
internal sealed class Quote
{
    private readonly OrderRequest _order;
    private readonly decimal _months;

    public Quote(OrderRequest order)
    {
        _order = order;
        _months = order.Period?.Months ?? 1;
        Plain = order.Form.BasePrice + (order.Package?.Cost ?? 0) + order.Options.Sum(o => o.Cost);
        Gross = Round(Plain * Multiplier);
        Setup = Round(order.Options.Sum(o => o.Setup));
    }

    /// <summary>Location × period: what a change of a cost later is worth.</summary>
    public decimal Multiplier => _order.Location.PriceMultiplier * _months;

    public decimal Gross { get; }

    public decimal Setup { get; }

    private decimal Plain { get; }

    public JsonObject ToJson()
    {
        var positions = new JsonArray { Position("basePrice", null, "", _order.Form.BasePrice, 0) };
        if (_order.Package is { } package)
        {
            positions.Add((JsonNode)Position("package", "select", package.Name, package.Cost, 0));
        }

        foreach (var option in _order.Options)
        {
            positions.Add((JsonNode)Position(option.Option.Name, option.Option.Type, option.Shown, option.Cost, option.Setup));
        }

        positions.Add((JsonNode)Position("location", null, _order.Location.Name, Plain * (_order.Location.PriceMultiplier - 1), 0));
        return new()
        {
            ["positions"] = positions,
            ["price"] = new Price(Gross).ToJson(),
            ["realPrice"] = new Price(Gross).ToJson(),
            ["setup"] = new Price(Setup).ToJson(),
            ["realSetup"] = new Price(Setup).ToJson(),
            ["todayPrice"] = new Price(Gross + Setup).ToJson(),
            ["coupon"] = null,
            ["period"] = _order.Period?.ToJson(),
        };
    }

    public static decimal Round(decimal amount) => Math.Round(amount, 4, MidpointRounding.AwayFromZero);

    private JsonObject Position(string name, string? type, string value, decimal monthly, decimal setup) => new()
    {
        ["name"] = name,
        ["type"] = type,
        ["value"] = value,
        ["setup"] = new Price(setup).ToJson(),
        ["costs"] = new Price(Round(monthly * _months)).ToJson(),
        ["children"] = new JsonArray(),
    };
}
