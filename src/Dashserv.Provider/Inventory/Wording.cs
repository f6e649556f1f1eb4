using Dashserv.Provider.Text;
using TerraformPlugin.Authoring;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Inventory;

/// <summary>
/// Tells drift from wording. The state keeps an argument as the user wrote it, and beside it, in private, what the API
/// called that when it was applied: as long as the API still says the same, nothing has changed, however it is written.
/// Where it does not, and that is only to be warned of, the state keeps the user's word, and what the API says is noted.
/// </summary>
internal sealed class Wording(PrivateState privateState)
{
    /// <summary>What the API called an argument when it was last applied; null where it was not noted.</summary>
    public string? Noted(string attribute) => privateState[$"api_{attribute}"];

    /// <summary>What the API calls now what was applied as something else: its word first, then its other names. None: it has not changed.</summary>
    public IReadOnlyList<string> Drift(string attribute) => privateState[$"drift_{attribute}"]?.Split('\n') ?? [];

    /// <summary>The argument holds, and this is what the API makes of it; null where it does not say.</summary>
    public void Applied(string attribute, string? live)
    {
        if (live is null || !Drift(attribute).Contains(live))
        {
            Changed(attribute, live ?? Noted(attribute));
        }
    }

    /// <summary>The argument is another one now: what the API called the earlier one means nothing any more.</summary>
    public void Changed(string attribute, string? live)
    {
        Holds(attribute, live);
        privateState[$"applied_{attribute}"] = null;
    }

    /// <summary>The state's wording where the API still means the same, or where that it does not is only to be warned of; else the API's word.</summary>
    /// <param name="attribute">The argument's name.</param>
    /// <param name="stored">What the state holds.</param>
    /// <param name="repairs">Whether a change is to be planned back, which the state has to show for that.</param>
    /// <param name="live">What the API says now; null or empty where it says nothing.</param>
    /// <param name="names">What else the API calls it.</param>
    public Value<string> Read(string attribute, Value<string> stored, bool repairs, string? live, params IEnumerable<string?> names)
    {
        if (string.IsNullOrWhiteSpace(live))
        {
            return stored;
        }

        string[] further = [.. names.Where(n => !string.IsNullOrWhiteSpace(n)).OfType<string>()];
        if (!stored.IsKnown || Noted(attribute) == live || IsAmong(further, stored) || IsSame(live, stored.Known, isLoose: Noted(attribute) is null))
        {
            Holds(attribute, live);
            return stored.IsKnown ? stored : live;
        }

        if (repairs)
        {
            Holds(attribute, live);
            privateState[$"applied_{attribute}"] = stored.Known;
            return live;
        }

        privateState[$"drift_{attribute}"] = string.Join('\n', [live, .. further]);
        return stored;
    }

    /// <summary>Whether a plan asks for something else than what there is. What the state does not have was never read: the plan's word is believed.</summary>
    public bool IsChanged(string attribute, Value<string> planned, Value<string> prior, bool repairs) =>
        !prior.IsNull && !planned.Equals(prior) && !IsSettled(attribute, planned, repairs);

    /// <summary>Whether a plan that differs from the state changes nothing: it has today's word, or the one that was applied before that.</summary>
    public bool IsSettled(string attribute, Value<string> planned, bool repairs) =>
        IsAmong(Drift(attribute), planned) || (!repairs && privateState[$"applied_{attribute}"] is { } applied && IsAmong([applied], planned));

    /// <summary>A plan was applied: what it has settled is so from now on.</summary>
    public void Settle(string attribute, Value<string> planned, Value<string> prior, bool repairs)
    {
        if (!planned.Equals(prior) && IsSettled(attribute, planned, repairs))
        {
            Changed(attribute, IsAmong(Drift(attribute), planned) ? Drift(attribute)[0] : null);
        }
    }

    private void Holds(string attribute, string? live) => (privateState[$"api_{attribute}"], privateState[$"drift_{attribute}"]) = (live, null);

    // Once the API's own word is known, another spelling of it is another word, such as another name.
    private static bool IsSame(string live, string stored, bool isLoose) =>
        isLoose ? LooseText.Same(live, stored) : string.Equals(live, stored, StringComparison.OrdinalIgnoreCase);

    private static bool IsAmong(IEnumerable<string> words, Value<string> value) => value.IsKnown && words.Any(w => LooseText.Same(w, value.Known));
}
