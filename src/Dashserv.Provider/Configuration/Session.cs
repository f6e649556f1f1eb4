using Dashserv.Api.Models;
using Dashserv.Provider.Access;
using Dashserv.Provider.Inventory;
using Dashserv.Provider.Operations;
using Dashserv.Provider.Ordering;
using Dashserv.Provider.Ordering.Placing;

namespace Dashserv.Provider.Configuration;

/// <summary>A configured provider: the way to the API, and what its resources share within one process.</summary>
internal sealed class Session(ApiAccess access)
{
    public ApiAccess Access => access;

    public SharedReads<Vserver> VserverReads { get; } = new(
        access.Time, v => v.Uuid, async (id, stop) => await access.Client.Vservers.GetAsync(id, stop), stop => access.Client.Vservers.ListAsync(stop));

    public SharedReads<DedicatedServer> DedicatedServerReads { get; } = new(
        access.Time, s => s.Uuid, async (id, stop) => await access.Client.DedicatedServers.GetAsync(id, stop),
        stop => access.Client.DedicatedServers.ListAsync(stop));

    public OwnedReads<Backup> BackupReads { get; } = new(access.Time, b => b.Uuid, (vserver, stop) => access.Client.Backups.ListAsync(vserver, stop));

    public OwnedReads<ScheduledTask> ScheduledTaskReads { get; } =
        new(access.Time, t => t.Uuid, (vserver, stop) => access.Client.ScheduledTasks.ListAsync(vserver, stop));

    public Catalogue Catalogue { get; } = new(access);

    public OrderBook Orders { get; } = new(access);

    /// <summary>Serialises what is done to one thing and could not be told apart otherwise.</summary>
    private KeyedLocks Turns { get; } = new();

    /// <summary>What runs writes, in the time that they have.</summary>
    /// <param name="limit">The time.</param>
    /// <param name="title">What all of it is for, after "to"; null where a write says that itself.</param>
    public OperationRunner Runner(TimeLimit limit, string? title = null) => new(access, Turns, limit) { Title = title };
}
