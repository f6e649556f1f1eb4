using System.Collections.Concurrent;

namespace Dashserv.Provider.Ordering;

/// <summary>Asks once for what many want at the same time. An answer is kept as long as it lives; a failure is not.</summary>
/// <param name="time">What an answer's age is told by.</param>
/// <param name="life">How long an answer is good, from when it was asked for.</param>
internal sealed class AsyncCache<TKey, TValue>(TimeProvider time, TimeSpan life)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Entry> _entries = new();

    /// <param name="key">What is asked for.</param>
    /// <param name="ask">Asks; without a caller's cancellation, as others wait for the same answer.</param>
    /// <param name="cancellationToken">Ends this caller's wait.</param>
    public async Task<TValue> GetAsync(TKey key, Func<Task<TValue>> ask, CancellationToken cancellationToken)
    {
        var entry = _entries.AddOrUpdate(key, _ => New(ask), (_, known) => time.GetElapsedTime(known.AskedAt) < life ? known : New(ask));
        try
        {
            return await entry.Answer.Value.WaitAsync(cancellationToken);
        }
        catch when (entry.Answer.Value.IsFaulted || entry.Answer.Value.IsCanceled)
        {
            _entries.TryRemove(KeyValuePair.Create(key, entry));
            throw;
        }
    }

    private Entry New(Func<Task<TValue>> ask) => new(time.GetTimestamp(), new Lazy<Task<TValue>>(ask));

    private sealed record Entry(long AskedAt, Lazy<Task<TValue>> Answer);
}
