namespace Dashserv.Simulator.Forms;

/// <summary>One choice of a select: its key where the form keys its choices, what it shows and costs, and what it means to the product.</summary>
internal sealed record Choice(string Display, decimal Cost = 0, string? Key = null, string? Means = null, decimal Setup = 0)
{
    public JsonObject ToJson() => new() { ["display"] = Display, ["cost"] = Price.Number(Cost), ["setup"] = Price.Number(Setup) };
}
