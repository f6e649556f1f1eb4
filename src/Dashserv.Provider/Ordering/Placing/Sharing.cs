using Dashserv.Api.Models;

namespace Dashserv.Provider.Ordering.Placing;

/// <summary>Shares products out among searches, so that as many as can be find one that they may have become (Kuhn's algorithm).</summary>
internal sealed class Sharing
{
    private readonly IReadOnlyList<IProduct> _products;
    private readonly Dictionary<string, LostSearch> _owners = new(StringComparer.Ordinal);

    private Sharing(IReadOnlyList<IProduct> products) => _products = products;

    /// <summary>What the first one gets, which may have become at least one of them.</summary>
    public static string OfFirst(IReadOnlyList<LostSearch> searches, IReadOnlyList<IProduct> products)
    {
        var sharing = new Sharing(products);
        foreach (var search in searches)
        {
            sharing.Give(search, new(StringComparer.Ordinal));
        }

        return sharing._owners.First(o => o.Value == searches[0]).Key;
    }

    // Who has one already is asked to take another.
    private bool Give(LostSearch search, HashSet<string> asked)
    {
        var its = _products.Where(search.MayBe).Select(p => p.Uuid).ToArray();
        var found = Array.Find(its, p => !_owners.ContainsKey(p)) ?? Array.Find(its, p => asked.Add(p) && Give(_owners[p], asked));
        if (found is not null)
        {
            _owners[found] = search;
        }

        return found is not null;
    }
}
