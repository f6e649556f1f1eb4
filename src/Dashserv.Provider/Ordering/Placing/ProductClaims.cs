using Dashserv.Api.Models;

namespace Dashserv.Provider.Ordering.Placing;

/// <summary>
/// Which products belong to orders of this process, and which orders are still without a product. Orders of one key are
/// alike: their products could be mistaken for each other's.
/// </summary>
internal sealed class ProductClaims
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _claimed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _expected = new(StringComparer.Ordinal);
    private readonly List<LostSearch> _searches = [];

    public bool IsClaimed(string product)
    {
        lock (_lock)
        {
            return _claimed.Contains(product);
        }
    }

    /// <summary>Notes that the API named this product as an order's.</summary>
    public void Claim(string product)
    {
        lock (_lock)
        {
            _claimed.Add(product);
        }
    }

    /// <summary>Takes a product for an order that need not be placed then.</summary>
    /// <returns>False where it belongs to another one already.</returns>
    public bool TryClaim(string product)
    {
        lock (_lock)
        {
            return _claimed.Add(product);
        }
    }

    /// <summary>
    /// Takes a product for an order whose answer was lost. As many such orders as there are products may each take one that it may have
    /// become. No product is taken while an order that was answered may yet be told that it is its.
    /// </summary>
    /// <param name="search">Whose.</param>
    /// <param name="listed">All products of that kind: what may be another search's decides as well.</param>
    /// <param name="taken">The product that is the order's from now on; else null.</param>
    /// <returns>False where there are too many to tell, and waiting does not help.</returns>
    public bool TryTake(LostSearch search, IEnumerable<IProduct> listed, out string? taken)
    {
        lock (_lock)
        {
            taken = null;
            var free = listed.Where(p => !_claimed.Contains(p.Uuid)).ToArray();
            if (_expected.GetValueOrDefault(search.Key) > 0 || !free.Any(search.MayBe))
            {
                return true;
            }

            var alike = Alike(search, free);
            if (free.Count(p => alike.Exists(s => s.MayBe(p))) > alike.Count)
            {
                return false;
            }

            taken = Sharing.OfFirst(alike, free);
            _claimed.Add(taken);
            _searches.Remove(search);
            return true;
        }
    }

    /// <summary>An order is on its way, or answered without its product's name; disposing says that this is over.</summary>
    public IDisposable Expect(string key)
    {
        lock (_lock)
        {
            _expected[key] = _expected.GetValueOrDefault(key) + 1;
            return new Mark(this, () => _expected[key]--);
        }
    }

    /// <summary>A lost order's product is being searched; disposing the search says that it is not any more.</summary>
    /// <param name="key">What makes orders alike.</param>
    /// <param name="mayBe">Whether a product may be what that order became.</param>
    public LostSearch Search(string key, Func<IProduct, bool> mayBe)
    {
        lock (_lock)
        {
            LostSearch search = null!;
            search = new LostSearch(key, mayBe, new Mark(this, () => _searches.Remove(search)));
            _searches.Add(search);
            return search;
        }
    }

    // The searches that this one shares products with, and that those share products with.
    private List<LostSearch> Alike(LostSearch search, IProduct[] free)
    {
        List<LostSearch> alike = [search];
        for (var i = 0; i < alike.Count; i++)
        {
            var its = free.Where(alike[i].MayBe).ToArray();
            alike.AddRange(_searches.Where(s => s.Key == search.Key && its.Any(s.MayBe)).Except(alike).ToArray());
        }

        return alike;
    }

    private sealed class Mark(ProductClaims claims, Action end) : IDisposable
    {
        private bool _isOver;

        public void Dispose()
        {
            lock (claims._lock)
            {
                if (!_isOver)
                {
                    _isOver = true;
                    end();
                }
            }
        }
    }
}
