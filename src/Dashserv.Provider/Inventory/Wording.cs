using Dashserv.Provider.Text;
using TerraformPlugin.Authoring;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Inventory;

/// <summary>
/// Tells drift from wording. The state keeps an argument as the user wrote it, and beside it, in private, what the API
/// called that when it was applied: as long as the API still says the same, nothing has changed, however it is written.
/// </summary>
internal sealed class Wording(PrivateState privateState)
{
    /// <summary>What the API called an argument when it was last applied or read; null where it was not noted.</summary>
    public string? Noted(string attribute) => privateState[$"api_{attribute}"];

    /// <summary>The argument holds, and this is what the API makes of it; null where it does not say.</summary>
    public void Applied(string attribute, string? live) => Changed(attribute, live ?? Noted(attribute));

    /// <summary>The argument is another one now: what the API called the earlier one means nothing any more.</summary>
    public void Changed(string attribute, string? live) => privateState[$"api_{attribute}"] = live;

    /// <summary>The state's wording where the API still means the same, else the API's own word.</summary>
    /// <param name="attribute">The argument's name.</param>
    /// <param name="stored">What the state holds.</param>
    /// <param name="live">What the API says now; null where it says nothing.</param>
    /// <param name="names">What else the API calls it.</param>
    public Value<string> Read(string attribute, Value<string> stored, string? live, params IEnumerable<string?> names)
    {
        if (live is null)
        {
            return stored;
        }

        var isSame =
            stored.IsKnown
                && (Noted(attribute) == live || (Noted(attribute) is null && names.Append(live).Any(n => n is not null && LooseText.Same(n, stored.Known))));
        Applied(attribute, live);
        return isSame ? stored : live;
    }
}
