namespace Dashserv.Simulator.Forms;

/// <summary>Free text that must not be empty.</summary>
internal sealed record TextOption(string Name) : FormOption(Name, "text")
{
    public override Chosen Choose(string value) => new(this, value, Cost, Setup, value);

    protected override void AddOptions(JsonObject json)
    {
    }
}
