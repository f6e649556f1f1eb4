namespace Dashserv.Provider.Ordering;

/// <summary>Which products belong to orders of this process, and which orders are still without a product.</summary>
internal sealed class ProductClaims
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _claimed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _expected = new(StringComparer.Ordinal);

    public bool IsClaimed(string product)
    {
        lock (_lock)
        {
            return _claimed.Contains(product);
        }
    }

    /// <summary>Takes a product for one order; false where another has it.</summary>
    public bool TryClaim(string product)
    {
        lock (_lock)
        {
            return _claimed.Add(product);
        }
    }

    /// <summary>Whether an order is being placed whose product could be mistaken for another's.</summary>
    public bool IsExpected(string key)
    {
        lock (_lock)
        {
            return _expected.GetValueOrDefault(key) > 0;
        }
    }

    /// <summary>An order is on its way; disposing says that it is known what became of it.</summary>
    public IDisposable Expect(string key)
    {
        lock (_lock)
        {
            _expected[key] = _expected.GetValueOrDefault(key) + 1;
        }

        return new Expectation(this, key);
    }

    private sealed class Expectation(ProductClaims claims, string key) : IDisposable
    {
        private int _isOver;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isOver, 1) != 0)
            {
                return;
            }

            lock (claims._lock)
            {
                claims._expected[key]--;
            }
        }
    }
}
