using System.Collections.Concurrent;
using Dashserv.Api;

namespace Dashserv.Provider.Inventory;

/// <summary>What belongs to a vserver (its backups, its scheduled tasks) is only listed per vserver: one list serves all of one owner.</summary>
internal sealed class OwnedReads<T>(TimeProvider time, Func<T, string> idOf, Func<string, CancellationToken, Task<List<T>>> listAsync)
    where T : class
{
    private readonly ConcurrentDictionary<string, SharedReads<T>> _owners = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Owner, string Id), bool> _made = new();
    private readonly ConcurrentDictionary<(string Owner, string Name), bool> _planned = new();

    /// <summary>The item; null when it, or its owner, is gone.</summary>
    public Task<T?> FindAsync(string owner, string id, CancellationToken cancellationToken) => Of(owner).FindAsync(id, cancellationToken);

    /// <summary>Everything of one owner, as of now or of a moment ago.</summary>
    /// <exception cref="ApiException">Also when the owner is gone.</exception>
    public Task<IReadOnlyCollection<T>> ListAsync(string owner, CancellationToken cancellationToken) => Of(owner).ListAsync(cancellationToken);

    /// <summary>Everything of one owner, asked for now.</summary>
    /// <exception cref="ApiException">Also when the owner is gone.</exception>
    public Task<List<T>> ListFreshAsync(string owner, CancellationToken cancellationToken) => listAsync(owner, cancellationToken);

    /// <summary>Notes that an item was found to be what this process has made: it is nothing else's, also where a list lags behind and shows it as new later
    /// on.</summary>
    public void NoteMade(string owner, string id) => _made[(owner, id)] = true;

    public bool WasMade(string owner, string id) => _made.ContainsKey((owner, id));

    /// <summary>Notes that this process adds an item, which may cost any other.</summary>
    public void Touch(string owner) => Of(owner).TouchAll();

    /// <summary>Notes that this process writes to an item.</summary>
    public void Touch(string owner, string id) => Of(owner).Touch(id);

    /// <summary>The item as its owner's list has it now; null when it, or its owner, is gone.</summary>
    public Task<T?> FindFreshAsync(string owner, string id, CancellationToken cancellationToken) => Of(owner).FindFreshAsync(id, cancellationToken);

    /// <summary>Notes that a plan makes one of that name: the same one is planned once more in its apply.</summary>
    /// <returns>How many of other names it makes besides, as far as it got, that are not begun.</returns>
    public int NotePlanned(string owner, string name)
    {
        _planned[(owner, name)] = true;
        return _planned.Keys.Count(p => p.Owner == owner && p.Name != name);
    }

    /// <summary>Notes that one of them is begun: from now on, the list tells of it.</summary>
    public void NoteBegun(string owner, string name) => _planned.TryRemove((owner, name), out _);

    private SharedReads<T> Of(string owner) => _owners.GetOrAdd(owner, _ => new SharedReads<T>(
        time,
        idOf,
        async (id, stop) => (await listAsync(owner, stop)).Find(item => idOf(item) == id),
        stop => listAsync(owner, stop),
        singleReads: 0));
}
