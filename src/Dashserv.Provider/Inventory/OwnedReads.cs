using System.Collections.Concurrent;
using Dashserv.Api;

namespace Dashserv.Provider.Inventory;

/// <summary>What belongs to a vserver (its backups, its scheduled tasks) is only listed per vserver: one list serves all of one owner.</summary>
internal sealed class OwnedReads<T>(TimeProvider time, Func<T, string> idOf, Func<string, CancellationToken, Task<List<T>>> listAsync)
    where T : class
{
    private readonly ConcurrentDictionary<string, SharedReads<T>> _owners = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Owner, string Id), bool> _made = new();

    /// <summary>The item; null when it, or its owner, is gone.</summary>
    public Task<T?> FindAsync(string owner, string id, CancellationToken cancellationToken) => Of(owner).FindAsync(id, cancellationToken);

    /// <summary>Everything of one owner, as of now or of a moment ago.</summary>
    /// <exception cref="ApiException">Also when the owner is gone.</exception>
    public Task<IReadOnlyCollection<T>> ListAsync(string owner, CancellationToken cancellationToken) => Of(owner).ListAsync(cancellationToken);

    /// <summary>Everything of one owner, asked for now.</summary>
    /// <exception cref="ApiException">Also when the owner is gone.</exception>
    public Task<List<T>> ListFreshAsync(string owner, CancellationToken cancellationToken) => listAsync(owner, cancellationToken);

    /// <summary>Notes that an item was found to be what this process has made: it is nothing else's, also where a list lags behind and shows it as new later on.</summary>
    public void NoteMade(string owner, string id) => _made[(owner, id)] = true;

    public bool WasMade(string owner, string id) => _made.ContainsKey((owner, id));

    /// <summary>Notes that this process adds an item, which may cost any other: call it before and after.</summary>
    public void Touch(string owner) => Of(owner).TouchAll();

    /// <summary>Deletes an item. One that is gone already, or with its owner, is deleted; where the answer is lost, the list tells.</summary>
    /// <exception cref="ApiException">It is not deleted, or that is not known.</exception>
    public async Task DeleteAsync(string owner, string id, Func<Task> send, CancellationToken cancellationToken)
    {
        Of(owner).Touch(id);
        try
        {
            await send();
        }
        catch (ApiException e) when (e.Kind == ApiErrorKind.Gone)
        {
            // Somebody was faster.
        }
        catch (ApiException e) when (e.MayHaveHadEffect)
        {
            if (!await IsGoneAsync(owner, id, cancellationToken))
            {
                throw;
            }
        }
        finally
        {
            Of(owner).Touch(id);
        }
    }

    // What cannot be looked at counts as there: that the look failed as well is not what the user has to know first.
    private async Task<bool> IsGoneAsync(string owner, string id, CancellationToken cancellationToken)
    {
        try
        {
            return await Of(owner).FindFreshAsync(id, cancellationToken) is null;
        }
        catch (ApiException)
        {
            return false;
        }
    }

    private SharedReads<T> Of(string owner) => _owners.GetOrAdd(owner, _ => new SharedReads<T>(
        time,
        idOf,
        async (id, stop) => (await listAsync(owner, stop)).Find(item => idOf(item) == id),
        stop => listAsync(owner, stop),
        singleReads: 0));
}
