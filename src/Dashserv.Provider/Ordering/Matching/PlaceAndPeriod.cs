using Dashserv.Api.Models;
using Dashserv.Provider.Text;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Ordering.Matching;

/// <summary>Finds the location and the period that a user's words mean in an order form.</summary>
internal sealed class PlaceAndPeriod(OrderForm form, bool isForExisting, Diagnostics diagnostics)
{
    /// <summary>By uuid, display name or country code; the only one where the user names none. Null: not found, or not known yet.</summary>
    public Location? FindLocation(Value<string> wanted)
    {
        if (wanted.IsUnknown)
        {
            return null;
        }

        var found = wanted.IsKnown ? Find(wanted.Known) : form.Locations;
        if (found.Count == 1)
        {
            return found[0];
        }

        if (isForExisting && found.Count == 0)
        {
            diagnostics.Warning(
                "quote",
                "The price is not known",
                $"The order form of {form.Name} has {wanted.Or("the server's location")} no more, so what the change will cost cannot be quoted. The server "
                    + "stays where it is.");
            return null;
        }

        var allowed = $"Allowed: {OptionProblem.List(form.Locations.Select(l => $"{l.Name ?? l.Uuid} ({l.Uuid}, {l.Country})"))}.";
        var (summary, detail) = (wanted.IsKnown, found.Count) switch
        {
            (true, 0) => ("No such location", $"The order form of {form.Name} has no location \"{wanted.Known}\". {allowed}"),
            (true, _) => ("Ambiguous location", $"\"{wanted.Known}\" could mean more than one location; write the display name or the uuid. {allowed}"),
            (false, 0) => ("No location", $"{form.Name} cannot be ordered at any location at present."),
            _ => ("A location is needed", $"{form.Name} can be ordered at more than one location. {allowed}"),
        };
        diagnostics.Error("location", summary, detail);
        return null;
    }

    /// <summary>By uuid or display name; the form's own default where the user names none.</summary>
    public Period? FindPeriod(Value<string> wanted)
    {
        if (wanted.IsUnknown || form.Periods.Count == 0)
        {
            return null;
        }

        var byDefault = form.Periods.FirstOrDefault(p => p.Uuid == form.DefaultPeriod) ?? form.Periods[0];
        if (wanted.IsNull)
        {
            return byDefault;
        }

        var found = Matches.Find(form.Periods, wanted.Known, p => [p.Uuid, p.DisplayName]);
        if (found.Count == 1)
        {
            return found[0];
        }

        if (isForExisting)
        {
            return byDefault;
        }

        diagnostics.Error(
            "period",
            found.Count == 0 ? "No such period" : "Ambiguous period",
            $"The order form of {form.Name} has {(found.Count == 0 ? "no period" : "more than one period")} \"{wanted.Known}\". "
            + $"Allowed: {OptionProblem.List(form.Periods.Select(p => $"{p.DisplayName ?? p.Uuid} ({p.Uuid})"))}.");
        return null;
    }

    private IReadOnlyList<Location> Find(string wanted)
    {
        var byName = Matches.Find(form.Locations, wanted, l => [l.Uuid, l.Name]);
        return byName.Count > 0 ? byName : Matches.Find(form.Locations, wanted, l => [l.Country, l.CountryName]);
    }
}
