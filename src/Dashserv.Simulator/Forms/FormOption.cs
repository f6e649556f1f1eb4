namespace Dashserv.Simulator.Forms;

/// <summary>One question of an order form.</summary>
internal abstract record FormOption(string Name, string Type)
{
    public OptionRole Role { get; init; }

    public decimal Cost { get; init; }

    public decimal Setup { get; init; }

    public bool Changeable { get; init; } = true;

    public bool Visible { get; init; } = true;

    public string Icon { get; init; } = "fa-sliders-h";

    /// <summary>What the value that was sent amounts to, or a refusal that names the field.</summary>
    public abstract Chosen Choose(string value);

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["changeable"] = Changeable };
        // The sample says it only where it is false.
        if (!Visible)
        {
            json["visible"] = false;
        }

        json["type"] = Type;
        json["cost"] = Price.Number(Cost);
        json["setup"] = Price.Number(Setup);
        AddOptions(json);
        json["icon"] = Icon;
        return json;
    }

    protected abstract void AddOptions(JsonObject json);
}
