using System.Collections.Concurrent;
using Dashserv.Api.Models;
using Dashserv.Provider.Access;
using Dashserv.Provider.Inventory;
using Dashserv.Provider.Journal;
using Dashserv.Provider.Operations;
using Dashserv.Provider.Ordering;
using Dashserv.Provider.Ordering.Placing;

namespace Dashserv.Provider.Configuration;

/// <summary>A configured provider: the way to the API, and what its resources share within one process.</summary>
internal sealed class Session
{
    private readonly ConcurrentDictionary<string, SharedReads<Product>> _products = new(StringComparer.Ordinal);

    public Session(ApiAccess access, OrderJournal journal)
    {
        (Access, Journal, Account, Catalogue, Orders) = (access, journal, new AccountNumbers(access), new Catalogue(access), new OrderBook(access));
        OpenedAt = access.Time.GetUtcNow();
        VserverReads = ReadsOf((id, stop) => access.Client.Vservers.GetAsync(id, stop), stop => access.Client.Vservers.ListAsync(stop));
        DedicatedServerReads =
            ReadsOf((id, stop) => access.Client.DedicatedServers.GetAsync(id, stop), stop => access.Client.DedicatedServers.ListAsync(stop));
        BackupReads = new OwnedReads<Backup>(access.Time, b => b.Uuid, (vserver, stop) => access.Client.Backups.ListAsync(vserver, stop));
        ScheduledTaskReads = new OwnedReads<ScheduledTask>(access.Time, t => t.Uuid, (vserver, stop) => access.Client.ScheduledTasks.ListAsync(vserver, stop));
    }

    public ApiAccess Access { get; }

    /// <summary>When this process was configured, by this machine's clock.</summary>
    public DateTimeOffset OpenedAt { get; }

    /// <summary>What a create does about a namesake, where its resource does not say.</summary>
    public required string OnExistingName { get; init; }

    public OrderJournal Journal { get; }

    public AccountNumbers Account { get; }

    public PlannedDeletions Deletions { get; } = new();

    /// <summary>Whose orders this process's are.</summary>
    public JournalAccount JournalAccount => new(Account.Known, Access.Client.TokenDigest);

    public SharedReads<Vserver> VserverReads { get; }

    public SharedReads<DedicatedServer> DedicatedServerReads { get; }

    public OwnedReads<Backup> BackupReads { get; }

    public OwnedReads<ScheduledTask> ScheduledTaskReads { get; }

    public Catalogue Catalogue { get; }

    public OrderBook Orders { get; }

    /// <summary>Serialises what is done to one thing and could not be told apart otherwise.</summary>
    private KeyedLocks Turns { get; } = new();

    /// <summary>Reads of any kind of product, such as <c>webhosting</c>.</summary>
    public SharedReads<Product> ProductReads(string category) => _products.GetOrAdd(category, _ => ReadsOf(
        (id, stop) => Access.Client.Products.GetAsync(category, id, stop), stop => Access.Client.Products.ListAsync(category, stop)));

    /// <summary>What runs writes, in the time that they have.</summary>
    /// <param name="limit">The time.</param>
    /// <param name="title">What all of it is for, after "to"; null where a write says that itself.</param>
    public OperationRunner Runner(TimeLimit limit, string? title = null) => new(Access, Turns, limit) { Title = title };

    private SharedReads<T> ReadsOf<T>(Func<string, CancellationToken, Task<T>> getOne, Func<CancellationToken, Task<List<T>>> getAll)
        where T : class, IProduct => new(
            Access.Time,
            product => product.Uuid,
            async (id, stop) => Saw(await getOne(id, stop)),
            async stop =>
            {
                var all = await getAll(stop);
                all.ForEach(product => Saw(product));
                return all;
            });

    private T Saw<T>(T product)
        where T : IProduct
    {
        Deletions.Saw(product);
        return Account.Saw(product);
    }
}
