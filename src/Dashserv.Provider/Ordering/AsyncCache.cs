using System.Collections.Concurrent;

namespace Dashserv.Provider.Ordering;

/// <summary>Asks once for what many want at the same time. An answer is kept as long as the process; a failure is not.</summary>
internal sealed class AsyncCache<TKey, TValue>
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Lazy<Task<TValue>>> _entries = new();

    /// <param name="key">What is asked for.</param>
    /// <param name="ask">Asks; without a caller's cancellation, as others wait for the same answer.</param>
    /// <param name="cancellation">Ends this caller's wait.</param>
    public async Task<TValue> GetAsync(TKey key, Func<Task<TValue>> ask, CancellationToken cancellation)
    {
        var entry = _entries.GetOrAdd(key, _ => new Lazy<Task<TValue>>(ask));
        try
        {
            return await entry.Value.WaitAsync(cancellation);
        }
        catch when (entry.Value.IsFaulted || entry.Value.IsCanceled)
        {
            _entries.TryRemove(KeyValuePair.Create(key, entry));
            throw;
        }
    }
}
