using System.Collections.Concurrent;

namespace Dashserv.Provider.Inventory;

/// <summary>One at a time per key: calls on one server whose results could not be told apart otherwise.</summary>
internal sealed class KeyedLocks
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _locks = new(StringComparer.Ordinal);

    public async Task RunAsync(string key, Func<Task> action, CancellationToken cancellationToken)
    {
        var gate = _locks.GetOrAdd(key, _ => new SemaphoreSlim(1));
        await gate.WaitAsync(cancellationToken);
        try
        {
            await action();
        }
        finally
        {
            gate.Release();
        }
    }
}
