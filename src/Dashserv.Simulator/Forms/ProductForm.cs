namespace Dashserv.Simulator.Forms;

/// <summary>What a product can be ordered as: the body of GET manage/product/{product}.</summary>
internal sealed record ProductForm(string Uuid, string Name, string DisplayName, decimal BasePrice)
{
    public string Icon { get; init; } = "/assets/img/products/vserver.png";

    public string Description { get; init; } = "";

    public required IReadOnlyList<Location> Locations { get; init; }

    public required IReadOnlyList<FormOption> Options { get; init; }

    /// <summary>Ready-made sizes; then the options are "additional" and the form's type is <c>packages</c>.</summary>
    public IReadOnlyList<FormPackage> Packages { get; init; } = [];

    public bool Available { get; init; } = true;

    public JsonObject ToJson() => new()
    {
        ["uuid"] = Uuid,
        ["name"] = Name,
        ["type"] = Packages.Count > 0 ? "packages" : "options",
        ["available"] = Available,
        ["display"] = new JsonObject { ["name"] = DisplayName, ["icon"] = Icon, ["description"] = Description, ["content"] = "" },
        ["setupTime"] = 0,
        ["locations"] = new JsonArray([.. Locations.Select(l => l.ToJson())]),
        ["options"] = Packages.Count == 0 ? OptionsJson() : new JsonObject
        {
            ["options"] = new JsonObject(Packages.Select(p => KeyValuePair.Create(p.Name, (JsonNode?)p.ToJson()))),
            ["additional"] = OptionsJson(),
        },
        ["children"] = null,
        ["pricing"] = new JsonObject
        {
            ["percentage"] = 1,
            ["periods"] = new JsonArray([.. Period.All.Select(p => p.ToJson())]),
            ["defaultPeriod"] = Period.All[0].Uuid,
        },
    };

    private JsonObject OptionsJson() => new(Options.Select(o => KeyValuePair.Create(o.Name, (JsonNode?)o.ToJson())));
}
