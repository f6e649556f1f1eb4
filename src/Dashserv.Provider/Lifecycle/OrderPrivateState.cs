using TerraformPlugin.Authoring;

namespace Dashserv.Provider.Lifecycle;

/// <summary>What is kept in private beside the state of an ordered product.</summary>
internal sealed class OrderPrivateState(PrivateState notes)
{
    private const string OrderedKey = "ordered";
    private const string PlannedPriceKey = "planned_price";

    /// <summary>Whether the arguments are known to be what the product was ordered with. After an import they are not.</summary>
    public bool KnowsOrder
    {
        get => notes[OrderedKey] is not null;
        set => notes[OrderedKey] = value ? "true" : null;
    }

    /// <summary>The monthly price that the plan showed.</summary>
    public string? PlannedPrice
    {
        get => notes[PlannedPriceKey];
        set => notes[PlannedPriceKey] = value;
    }
}
