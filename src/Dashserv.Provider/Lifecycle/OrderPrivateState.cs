using TerraformPlugin.Authoring;

namespace Dashserv.Provider.Lifecycle;

/// <summary>What is kept in private beside the state of an ordered product.</summary>
internal sealed class OrderPrivateState(PrivateState privateState)
{
    private const string OrderedKey = "ordered";
    private const string PlannedPriceKey = "planned_price";
    private const string DeliveredKey = "delivered";
    private const string AdoptedKey = "adopted";
    private const string TakenOverKey = "taken_over";
    private const string CustomerKey = "customer";

    /// <summary>Whether the arguments are known to be what the product was ordered with. After an import they are not.</summary>
    public bool KnowsOrder
    {
        get => privateState[OrderedKey] is not null;
        set => privateState[OrderedKey] = value ? "true" : null;
    }

    /// <summary>Whether it was found, and not told, that this is what was ordered: what if it is somebody else's?</summary>
    public bool IsAdopted
    {
        get => privateState[AdoptedKey] is not null;
        set => privateState[AdoptedKey] = value ? "true" : null;
    }

    /// <summary>Whether it was there before, and was taken over by its name: what is installed on it need not be what is wanted.</summary>
    public bool IsTakenOver
    {
        get => privateState[TakenOverKey] is not null;
        set => privateState[TakenOverKey] = value ? "true" : null;
    }

    /// <summary>The number of the customer whose product it is.</summary>
    public string? Customer
    {
        get => privateState[CustomerKey];
        set => privateState[CustomerKey] = value;
    }

    /// <summary>The monthly price that the plan showed.</summary>
    public string? PlannedPrice
    {
        get => privateState[PlannedPriceKey];
        set => privateState[PlannedPriceKey] = value;
    }

    /// <summary>When a refresh first saw the order delivered and its product not: seconds since 1970.</summary>
    public string? DeliveredAt
    {
        get => privateState[DeliveredKey];
        set => privateState[DeliveredKey] = value;
    }
}
