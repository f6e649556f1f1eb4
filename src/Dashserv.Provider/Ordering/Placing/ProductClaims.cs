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
    private readonly Dictionary<string, int> _searched = new(StringComparer.Ordinal);

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
    /// Takes one of the products found for an order whose answer was lost. As many such orders as there are products may
    /// each take any: they are alike. No product is taken while an order that was answered may yet be told that it is its.
    /// </summary>
    /// <param name="key">What makes orders alike.</param>
    /// <param name="found">New products that match.</param>
    /// <param name="taken">The product that is the order's from now on; else null.</param>
    /// <returns>False where there are too many to tell, and waiting does not help.</returns>
    public bool TryTake(string key, IEnumerable<string> found, out string? taken)
    {
        lock (_lock)
        {
            taken = null;
            string[] free = [.. found.Where(p => !_claimed.Contains(p))];
            if (_expected.GetValueOrDefault(key) > 0 || free.Length == 0)
            {
                return true;
            }

            if (free.Length > _searched.GetValueOrDefault(key))
            {
                return false;
            }

            taken = free[0];
            _claimed.Add(taken);
            return true;
        }
    }

    /// <summary>An order is on its way, or answered without its product's name; disposing says that this is over.</summary>
    public IDisposable Expect(string key) => new Mark(this, _expected, key);

    /// <summary>A lost order's product is being searched; disposing says that it is not any more.</summary>
    public IDisposable Search(string key) => new Mark(this, _searched, key);

    private sealed class Mark : IDisposable
    {
        private readonly ProductClaims _claims;
        private readonly Dictionary<string, int> _counts;
        private readonly string _key;
        private bool _isOver;

        public Mark(ProductClaims claims, Dictionary<string, int> counts, string key)
        {
            (_claims, _counts, _key) = (claims, counts, key);
            lock (claims._lock)
            {
                counts[key] = counts.GetValueOrDefault(key) + 1;
            }
        }

        public void Dispose()
        {
            lock (_claims._lock)
            {
                if (!_isOver)
                {
                    _isOver = true;
                    _counts[_key]--;
                }
            }
        }
    }
}
