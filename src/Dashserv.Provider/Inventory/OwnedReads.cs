using System.Collections.Concurrent;

namespace Dashserv.Provider.Inventory;

/// <summary>What belongs to a vserver (its backups, its scheduled tasks) is only listed per vserver: one list serves all of one owner.</summary>
internal sealed class OwnedReads<T>(TimeProvider time, Func<T, string> idOf, Func<string, CancellationToken, Task<List<T>>> listAsync)
    where T : class
{
    private readonly ConcurrentDictionary<string, SharedReads<T>> _owners = new(StringComparer.Ordinal);

    /// <summary>The item; null when it, or its owner, is gone.</summary>
    public Task<T?> FindAsync(string owner, string id, CancellationToken cancellation) => Of(owner).FindAsync(id, cancellation);

    /// <summary>Everything of one owner, asked for now.</summary>
    /// <exception cref="Dashserv.Api.ApiException">Also when the owner is gone.</exception>
    public Task<List<T>> ListFreshAsync(string owner, CancellationToken cancellation) => listAsync(owner, cancellation);

    /// <summary>Notes that this process writes to an item.</summary>
    public void Touch(string owner, string id) => Of(owner).Touch(id);

    private SharedReads<T> Of(string owner) => _owners.GetOrAdd(owner, _ => new SharedReads<T>(
        time,
        idOf,
        async (id, stop) => (await listAsync(owner, stop)).Find(item => idOf(item) == id),
        stop => listAsync(owner, stop),
        singleReads: 0));
}
