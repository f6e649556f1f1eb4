using Dashserv.Provider.Access;

namespace Dashserv.Provider.Inventory;

/// <summary>
/// Reads of one kind of product, shared between resources. The first few ask for single products; after those, one list
/// call serves all that follow for a short while. Nothing older than this process's own last write is ever returned.
/// </summary>
internal sealed class SharedReads<T>(
    TimeProvider time,
    Func<T, string> idOf,
    Func<string, CancellationToken, Task<T?>> getOne,
    Func<CancellationToken, Task<List<T>>> getAll,
    int singleReads = SharedReads<T>.FewReads)
    where T : class
{
    private const int FewReads = 3;
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, long> _writes = new(StringComparer.Ordinal);
    private Snapshot? _snapshot;
    private long _clock;
    private long _lastWrite;
    private long _lastWriteToAll;
    private int _reads;

    /// <summary>The product; null when it is gone: both the API's answer for it and the list of all say so.</summary>
    public async Task<T?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (ShareFor(id) is not { } snapshot)
        {
            return await getOne(id, cancellationToken).OrNullIfGoneAsync() ?? await ListedAsync(Shared(id).Items.WaitAsync(cancellationToken), id);
        }

        return await ListedAsync(snapshot.Items.WaitAsync(cancellationToken), id) ?? await getOne(id, cancellationToken).OrNullIfGoneAsync();
    }

    /// <summary>The product as it is now, asked for by itself; null when it is gone, which the list must say as well.</summary>
    public async Task<T?> FindFreshAsync(string id, CancellationToken cancellationToken) =>
        await getOne(id, cancellationToken).OrNullIfGoneAsync() ?? await ListedAsync(IndexedAsync(cancellationToken), id);

    /// <summary>Every product, as of now or of a moment ago, but not of before this process's last write.</summary>
    public async Task<IReadOnlyCollection<T>> ListAsync(CancellationToken cancellationToken) =>
        (await Shared(id: null).Items.WaitAsync(cancellationToken)).Values;

    /// <summary>Every product, asked for now.</summary>
    public async Task<IReadOnlyCollection<T>> ListFreshAsync(CancellationToken cancellationToken) => await getAll(cancellationToken);

    /// <summary>Notes that this process writes to a product.</summary>
    public void Touch(string id)
    {
        lock (_lock)
        {
            _writes[id] = _lastWrite = ++_clock;
        }
    }

    /// <summary>Notes that this process does something that any of them may not survive.</summary>
    public void TouchAll()
    {
        lock (_lock)
        {
            _lastWriteToAll = _lastWrite = ++_clock;
        }
    }

    private Snapshot? ShareFor(string id)
    {
        lock (_lock)
        {
            return ++_reads > singleReads ? Shared(id) : null;
        }
    }

    private Snapshot Shared(string? id)
    {
        lock (_lock)
        {
            var written = id is null ? _lastWrite : Math.Max(_lastWriteToAll, _writes.GetValueOrDefault(id));
            if (_snapshot is not { } current || current.Items.IsFaulted || current.Clock < written || time.GetElapsedTime(current.TakenAt) > Life)
            {
                current = _snapshot = new Snapshot(++_clock, time.GetTimestamp(), ReadAllAsync());
            }

            return current;
        }
    }

    // Not under a caller's cancellation: others wait for the same list.
    private async Task<Dictionary<string, T>> ReadAllAsync()
    {
        await Task.Yield();
        return await IndexedAsync(CancellationToken.None);
    }

    private async Task<Dictionary<string, T>> IndexedAsync(CancellationToken cancellationToken)
    {
        var all = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var item in await getAll(cancellationToken))
        {
            all[idOf(item)] = item;
        }

        return all;
    }

    // The list itself may be gone, with what it belongs to.
    private static async Task<T?> ListedAsync(Task<Dictionary<string, T>> list, string id) => (await list.OrNullIfGoneAsync())?.GetValueOrDefault(id);

    private sealed record Snapshot(long Clock, long TakenAt, Task<Dictionary<string, T>> Items);
}
