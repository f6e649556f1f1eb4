using Dashserv.Api;
using Dashserv.Api.Models;
using Dashserv.Api.Polling;
using Dashserv.Provider.Inventory;
using Dashserv.Provider.Ordering;
using Dashserv.Provider.Ordering.Placing;
using Microsoft.Extensions.Logging;
using TerraformPlugin.Authoring;

namespace Dashserv.Provider.Configuration;

/// <summary>A configured provider: the client, and what its resources share within one process.</summary>
internal sealed class Session
{
    private readonly SessionOptions _options;
    private readonly Lazy<DashservClient> _client;

    public Session(SessionOptions options, TimeProvider time, ILogger logger)
    {
        (_options, Time, Logger) = (options, time, logger);
        _client = new Lazy<DashservClient>(OpenClient, LazyThreadSafetyMode.PublicationOnly);
        Vservers = new SharedReads<Vserver>(time, v => v.Uuid, async (id, stop) => await Client.Vservers.GetAsync(id, stop), stop => Client.Vservers.ListAsync(stop));
        DedicatedServers = new SharedReads<DedicatedServer>(
            time, s => s.Uuid, async (id, stop) => await Client.DedicatedServers.GetAsync(id, stop), stop => Client.DedicatedServers.ListAsync(stop));
        Backups = new OwnedReads<Backup>(time, b => b.Uuid, (vserver, stop) => Client.Backups.ListAsync(vserver, stop));
        ScheduledTasks = new OwnedReads<ScheduledTask>(time, t => t.Uuid, (vserver, stop) => Client.ScheduledTasks.ListAsync(vserver, stop));
        Catalogue = new Catalogue(this);
        Orders = new OrderBook(this);
    }

    public TimeProvider Time { get; }

    public ILogger Logger { get; }

    public PollSchedule Polling => _options.Polling;

    /// <summary>False in a plan in which the provider's configuration is not wholly known.</summary>
    public bool IsKnown => _options.IsKnown;

    /// <summary>Whether plans ask the API: checks are on, and there is a configuration to ask with.</summary>
    public bool ChecksPlans => _options.PlanChecks && IsKnown;

    /// <exception cref="Failures.TokenException">There is no token that can be used.</exception>
    /// <exception cref="UnknownConfigurationException">The configuration is not wholly known yet.</exception>
    public DashservClient Client => IsKnown ? _client.Value : throw new UnknownConfigurationException();

    public SharedReads<Vserver> Vservers { get; }

    public SharedReads<DedicatedServer> DedicatedServers { get; }

    public OwnedReads<Backup> Backups { get; }

    public OwnedReads<ScheduledTask> ScheduledTasks { get; }

    /// <summary>Serialises what is done to one vserver.</summary>
    public KeyedLocks VserverLocks { get; } = new();

    public Catalogue Catalogue { get; }

    public OrderBook Orders { get; }

    private DashservClient OpenClient() => new(
        new DashservClientOptions
        {
            Endpoint = _options.Endpoint,
            Token = _options.ReadToken(),
            UserAgent = _options.UserAgent,
            MaxConcurrentRequests = _options.MaxConcurrentRequests,
            RequestsPerSecond = _options.RequestsPerSecond,
            MaxRetries = _options.MaxRetries,
            TrustEnvironment = _options.TrustEnvironment,
        },
        Time,
        Logger);
}
