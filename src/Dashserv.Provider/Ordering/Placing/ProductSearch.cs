namespace Dashserv.Provider.Ordering.Placing;

/// <summary>How to recognise the product of one order, should the order's answer be lost.</summary>
/// <param name="Category">The product's kind, such as <c>vserver</c>.</param>
/// <param name="Key">Equal for orders whose products cannot be told apart.</param>
/// <param name="ResourceType">For the import block in a diagnostic.</param>
/// <param name="ListAsync">Every product of that kind that would match, as of now.</param>
internal sealed record ProductSearch(
    string Category, string Key, string ResourceType, Func<CancellationToken, Task<IReadOnlyList<Candidate>>> ListAsync)
{
    /// <summary>What else identifies every product of that kind: taken before an order is sent.</summary>
    public required Func<CancellationToken, Task<IReadOnlyCollection<string>>> ListAllIdsAsync { get; init; }

    /// <summary>What such a product is imported by.</summary>
    public Func<string, string> ImportId { get; init; } = uuid => uuid;
}
