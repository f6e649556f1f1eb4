namespace Dashserv.Simulator.Forms;

/// <summary>A choice of several: by index when the choices have no keys, else by key.</summary>
internal sealed record SelectOption(string Name, IReadOnlyList<Choice> Choices) : FormOption(Name, "select")
{
    private bool IsKeyed => Choices[0].Key is not null;

    public override Chosen Choose(string value)
    {
        var choice = IsKeyed
            ? Choices.FirstOrDefault(c => c.Key == value)
            : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < Choices.Count ? Choices[index] : null;
        return choice is null
            ? throw ApiRefusal.Invalid(Name, value, "invalid_option")
            : new(this, choice.Display, Cost + choice.Cost, Setup + choice.Setup, choice.Means ?? choice.Display);
    }

    protected override void AddOptions(JsonObject json) => json["options"] = IsKeyed
        ? new JsonObject(Choices.Select(c => KeyValuePair.Create(c.Key!, (JsonNode?)c.ToJson())))
        : new JsonArray([.. Choices.Select(c => c.ToJson())]);
}
