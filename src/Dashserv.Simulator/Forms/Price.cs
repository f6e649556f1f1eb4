namespace Dashserv.Simulator.Forms;

/// <summary>
/// A gross amount in EUR. The reference's sample takes the 19 % from the gross price (35.7 → tax 6.783, net 28.917), which is not
/// how VAT is computed but is what the API answers.
/// </summary>
internal readonly record struct Price(decimal Gross)
{
    public JsonObject ToJson()
    {
        var tax = Math.Round(Gross * 0.19m, 5);
        return new() { ["net"] = Number(Gross - tax), ["tax"] = Number(tax), ["brut"] = Number(Gross) };
    }

    /// <summary>A decimal without the trailing zeros that its scale would print.</summary>
    public static JsonValue Number(decimal value) => JsonValue.Create(value / 1.0000000000000000000000000000m);
}
