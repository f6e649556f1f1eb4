using Dashserv.Api;
using Dashserv.Api.Models;
using Dashserv.Api.Polling;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Power;

namespace Dashserv.Provider.DedicatedServers;

/// <summary>What is done to an existing dedicated server, each until it is really done.</summary>
internal sealed class DedicatedServerOperations(Session session, string id)
{
    /// <summary>How soon after its delivery a server shows the operating system that it was ordered with.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly InstallationWatch _installation = new(session, id);

    public PowerSwitch Power { get; } = new(session, new PowerCalls(
        async stop => new PowerReading((await session.Client.DedicatedServers.StatusAsync(id, stop)).Status, null),
        stop => session.Client.DedicatedServers.StartAsync(id, stop),
        stop => session.Client.DedicatedServers.ShutdownAsync(id, stop),
        stop => session.Client.DedicatedServers.StopAsync(id, stop))
    {
        Server = $"dedicated server {id}",
    });

    /// <summary>All that the API says of the server.</summary>
    public async Task<DedicatedServerSnapshot> LookAsync(DedicatedServer server, CancellationToken cancellationToken) => new(
        server,
        await session.Client.DedicatedServers.NetworkAsync(id, cancellationToken),
        await session.Client.DedicatedServers.InstallationStatusAsync(id, cancellationToken));

    /// <summary>The same; null where the server is gone since it was read. It is if it says so itself, not only its network.</summary>
    public async Task<DedicatedServerSnapshot?> LookOrGoneAsync(DedicatedServer server, CancellationToken cancellationToken)
    {
        try
        {
            return await LookAsync(server, cancellationToken);
        }
        catch (ApiException e) when (e.Kind == ApiErrorKind.Gone)
        {
            if (await session.DedicatedServers.FindFreshAsync(id, cancellationToken) is null)
            {
                return null;
            }

            throw;
        }
    }

    /// <summary>The same, with the server as it is now.</summary>
    /// <exception cref="ProblemException">It is gone.</exception>
    public async Task<DedicatedServerSnapshot> LookAsync(CancellationToken cancellationToken) => await LookAsync(
        await session.DedicatedServers.FindFreshAsync(id, cancellationToken)
        ?? throw new ProblemException("The server is gone", $"The API says that the dedicated server {id} does not exist any more. Plan again."),
        cancellationToken);

    /// <summary>All that the API says of a server that is delivered with an operating system, once that is there; its installation may begin a moment after the delivery.</summary>
    public async Task<DedicatedServerSnapshot> LookOnceInstalledAsync(DedicatedServerSnapshot look, CancellationToken cancellationToken)
    {
        if (InstallationOutcome.HasSystem(look.Installation))
        {
            return look;
        }

        await _installation.WithinAsync(Patience, s => s.IsInstalling || InstallationOutcome.HasEnded(s), cancellationToken);
        await _installation.UntilToldAsync(InstallationOutcome.HasEnded, cancellationToken);
        return await LookAsync(cancellationToken);
    }

    /// <summary>Waits until a delivered server is listed and no installation runs.</summary>
    public async Task<DedicatedServer> WaitDeliveredAsync(CancellationToken cancellationToken)
    {
        var server = await Poller.UntilAsync(
            session.Polling,
            session.Time,
            stop => session.DedicatedServers.FindFreshAsync(id, stop),
            s => s?.Status,
            s => s is not null && s.Status is not ("installing" or "pending"),
            cancellationToken);
        await _installation.UntilIdleAsync(cancellationToken);
        return server!;
    }
}
