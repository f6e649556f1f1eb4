using Dashserv.Api.Models;
using Dashserv.Provider.Text;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Inventory;

/// <summary>A location by any of its names: its uuid, its display name, its country's code or name.</summary>
internal sealed class LocationWording(Wording wording)
{
    private const string Attribute = "location";
    private static readonly string[] Further = ["location_name", "location_country", "location_country_name"];

    /// <summary>The location was just applied, and this is what the API makes of it.</summary>
    public void Applied(Location? live)
    {
        wording.Applied(Attribute, live?.Uuid);
        NoteNames(live);
    }

    /// <summary>The state's wording where it still is the same place, else the API's uuid.</summary>
    public Value<string> Read(Value<string> stored, bool repairs, Location? live)
    {
        var read = wording.Read(Attribute, stored, repairs, live?.Uuid, NamesOf(live));
        if (wording.Drift(Attribute).Count == 0)
        {
            NoteNames(live);
        }

        return read;
    }

    /// <summary>The plan's location, or the state's where that is the same place in other words.</summary>
    public Value<string> Keep(Value<string> planned, Value<string> prior) =>
        planned.IsKnown && prior.IsKnown
            && Further.Prepend(Attribute).Select(wording.Noted).Append(prior.Known).Any(n => n is not null && LooseText.Same(n, planned.Known))
            ? prior
            : planned;

    private void NoteNames(Location? live)
    {
        foreach (var (name, value) in Further.Zip(NamesOf(live)))
        {
            wording.Applied(name, value);
        }
    }

    private static string?[] NamesOf(Location? place) => [place?.Name, place?.Country, place?.CountryName];
}
