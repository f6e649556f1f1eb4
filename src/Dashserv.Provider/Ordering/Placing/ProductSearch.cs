using Dashserv.Api.Models;

namespace Dashserv.Provider.Ordering.Placing;

/// <summary>How to recognise the product of one order, should the order's answer be lost.</summary>
/// <param name="Category">The product's kind, such as <c>vserver</c>.</param>
/// <param name="Key">Equal for orders whose products cannot be told apart.</param>
/// <param name="ResourceType">For the import block in a diagnostic.</param>
/// <param name="ListAsync">Every product of that kind, as of now.</param>
internal sealed record ProductSearch(
    string Category, string Key, string ResourceType, Func<CancellationToken, Task<IReadOnlyCollection<IProduct>>> ListAsync)
{
    /// <summary>Whether a product is much like the one that was ordered: what is, and is not it for sure, is told to the user.</summary>
    public Func<IProduct, bool> IsAlike { get; init; } = _ => true;

    /// <summary>Whether it may be it, by its name.</summary>
    public Func<IProduct, bool> IsNamed { get; init; } = _ => true;

    /// <summary>What such a product is imported by.</summary>
    public Func<string, string> ImportId { get; init; } = uuid => uuid;
}
