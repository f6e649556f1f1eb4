using TerraformPlugin.Values;

namespace Dashserv.Provider.Ordering.Matching;

/// <summary>One typed attribute of a resource that answers an option of the order form, whatever the form calls it.</summary>
/// <param name="Attribute">The attribute's name.</param>
/// <param name="Kind">How its value finds its choice.</param>
/// <param name="Aliases">What forms call the option, likeliest first.</param>
/// <param name="Value">What the user wants; null where nothing is said.</param>
internal sealed record OrderArgument(string Attribute, ArgumentType Kind, IReadOnlyList<string> Aliases, Value<string> Value)
{
    /// <summary>Whether an order may fall back on the cheapest choice where this one is not offered: it only asks for a price, or what is chosen comes
    /// later.</summary>
    public bool MayFallBack { get; init; }

    /// <summary>Whether the user said nothing, and the value only keeps the option from being empty: one in <c>options</c> takes its place.</summary>
    public bool IsMadeUp { get; init; }
}
