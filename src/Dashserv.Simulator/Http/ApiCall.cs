namespace Dashserv.Simulator.Http;

/// <summary>One authenticated request: the world it meets, who asks, and with what.</summary>
internal sealed record ApiCall(Simulation World, Account Account, SimulatorToken Token, HttpRequest Request, IReadOnlyDictionary<string, string> Fields)
{
    public string Route(string name) => (string)Request.RouteValues[name]!;

    public string Query(string name) => Request.Query[name].ToString();

    /// <summary>A form field that may be missing.</summary>
    public string? Field(string name) => Fields.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    /// <summary>A form field that must be there, or 422 <c>empty_field</c>.</summary>
    public string Required(string name) => Field(name) ?? throw ApiRefusal.Empty(name);

    public int RequiredNumber(string name)
    {
        var text = Required(name);
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw ApiRefusal.Invalid(name, text, "number_invalid");
    }

    public ApiRefusal ProductNotFound() => NotFound("ressource_not_found");

    public ApiRefusal NotFound() => NotFound("resource_not_found");

    private ApiRefusal NotFound(string mixed) => new(World.Options.NotFoundStatus, World.Options.NotFoundSpelling switch
    {
        NotFoundSpelling.Resource => "resource_not_found",
        NotFoundSpelling.Ressource => "ressource_not_found",
        _ => mixed,
    });
}
