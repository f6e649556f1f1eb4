namespace Dashserv.Simulator.Forms;

/// <summary>A number in a range, in steps from its minimum, that costs so much for each.</summary>
internal sealed record NumberOption(string Name, int Min, int Max, decimal CostEach = 0, int Step = 1, string Suffix = "") : FormOption(Name, "number")
{
    public override Chosen Choose(string value)
    {
        if (!int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            throw ApiRefusal.Invalid(Name, value, "number_invalid");
        }

        if (number < Min || number > Max)
        {
            throw ApiRefusal.Invalid(Name, value, "number_out_of_range");
        }

        if ((number - Min) % Step != 0)
        {
            throw ApiRefusal.Invalid(Name, value, "number_invalid_step");
        }

        var text = number.ToString(CultureInfo.InvariantCulture);
        return new(this, text + Suffix, Cost + (number * CostEach), Setup, text);
    }

    protected override void AddOptions(JsonObject json)
    {
        json["suffix"] = Suffix;
        json["options"] = new JsonObject
        {
            ["min"] = Min,
            ["max"] = Max,
            ["costEach"] = Price.Number(CostEach),
            ["setupEach"] = 0,
            ["step"] = Step,
        };
    }
}
