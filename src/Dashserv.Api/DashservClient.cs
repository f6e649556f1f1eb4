using System.Security.Cryptography;
using System.Text;
using Dashserv.Api.Calls;
using Dashserv.Api.Secrets;
using Dashserv.Api.Transport;
using Microsoft.Extensions.Logging;

namespace Dashserv.Api;

/// <summary>The dashserv API, typed. One instance serves a whole process, from any number of threads.</summary>
public sealed class DashservClient : IDisposable
{
    private readonly Lazy<ApiTransport> _transport;
    private readonly AccountGuard? _guard;

    /// <summary>Opens nothing yet: the network, and the machine's trust, are touched by the first call.</summary>
    /// <exception cref="ArgumentException">An option is unusable; the message never shows the token.</exception>
    public DashservClient(DashservClientOptions options, TimeProvider timeProvider, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(timeProvider);
        ArgumentNullException.ThrowIfNull(logger);
        options.Validate();
        // A token of a few letters, as tests have, would turn every message into a riddle; no real one is that short.
        options.Redactor.Add(options.Token.Length >= SecretSpellings.LeastAnywhere ? options.Token : null);
        TokenDigest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"terraform-provider-dashserv\n{options.Token}")))[..16];
        _transport = new Lazy<ApiTransport>(() => new ApiTransport(options, timeProvider, logger));
        _guard = options.CustomerId is { } customer ? new AccountGuard(customer, new ApiConnection(_transport)) : null;
        var connection = new ApiConnection(_transport) { Guard = _guard };
        Products = new ProductCalls(connection);
        Orders = new OrderCalls(connection);
        Vservers = new VserverCalls(connection);
        Backups = new BackupCalls(connection);
        ScheduledTasks = new ScheduledTaskCalls(connection);
        DedicatedServers = new DedicatedServerCalls(connection);
        Account = new AccountCalls(connection);
    }

    /// <summary>What every product has, whatever its kind.</summary>
    public ProductCalls Products { get; }

    /// <summary>Order forms, quotes and orders.</summary>
    public OrderCalls Orders { get; }

    /// <summary>Virtual servers.</summary>
    public VserverCalls Vservers { get; }

    /// <summary>Backups of virtual servers.</summary>
    public BackupCalls Backups { get; }

    /// <summary>Scheduled tasks of virtual servers.</summary>
    public ScheduledTaskCalls ScheduledTasks { get; }

    /// <summary>Dedicated servers.</summary>
    public DedicatedServerCalls DedicatedServers { get; }

    /// <summary>The account. None of it is in the reference, so each call may answer null.</summary>
    public AccountCalls Account { get; }

    /// <summary>Tells tokens apart without telling them.</summary>
    public string TokenDigest { get; }

    /// <summary>The time by the API's own clock, less than a second early: what its answers say, or this machine's time where none has said it.</summary>
    public DateTimeOffset ServerTime => _transport.Value.ServerTime;

    /// <summary>Whether <see cref="DashservClientOptions.CustomerId"/> could not be compared: nothing in the account says whose it is.</summary>
    public bool IsCustomerUntold => _guard is { IsInTheDark: true };

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_transport.IsValueCreated)
        {
            _transport.Value.Dispose();
        }
    }
}
