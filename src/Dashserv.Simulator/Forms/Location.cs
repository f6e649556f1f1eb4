namespace Dashserv.Simulator.Forms;

/// <summary>A data centre.</summary>
internal sealed record Location(string Uuid, string Name, string CountryName, string Country, double Latitude, double Longitude, decimal PriceMultiplier)
{
    private static readonly Location Eygelshoven = new("kc7aV", "Skylink, Eygelshoven", "Niederlande", "NL", 50.1223792, 8.7425231, 1m);
    private static readonly Location Amsterdam = new("n2AmS", "Equinix AM5, Amsterdam", "Niederlande", "NL", 52.3025, 4.9372, 1.05m);
    private static readonly Location Frankfurt = new("d3FrA", "maincubes FRA01, Offenbach", "Deutschland", "DE", 50.0988, 8.7725, 1.1m);

    public static IReadOnlyList<Location> All(LocationStyle style) => style == LocationStyle.One ? [Eygelshoven] : [Eygelshoven, Amsterdam, Frankfurt];

    public JsonObject ToJson() => new()
    {
        ["uuid"] = Uuid,
        ["display"] = new JsonObject { ["name"] = Name, ["country"] = CountryName, ["advantages"] = new JsonArray() },
        ["country"] = Country,
        ["location"] = new JsonObject { ["latitude"] = Latitude, ["longitude"] = Longitude },
        ["priceMultiplier"] = Price.Number(PriceMultiplier),
    };
}
