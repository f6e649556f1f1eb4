using Dashserv.Api;
using Dashserv.Api.Models;
using Dashserv.Api.Polling;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Power;

namespace Dashserv.Provider.Vservers;

/// <summary>What is done to an existing vserver, each until it is really done.</summary>
internal sealed class VserverOperations(Session session, string id)
{
    private const string ResizeSent = "The resize was sent, and may be under way or done; the server then costs what the plan said. Plan again to see what it has now.";

    public PowerSwitch Power { get; } = new(session, new PowerCalls(
        async stop => Reading(await session.Client.Vservers.StatusAsync(id, stop)),
        stop => session.Client.Vservers.StartAsync(id, stop),
        stop => session.Client.Vservers.ShutdownAsync(id, stop),
        stop => session.Client.Vservers.StopAsync(id, stop))
    { Server = $"vserver {id}" });

    /// <summary>The server as it is now.</summary>
    /// <exception cref="ProblemException">It is gone.</exception>
    public async Task<Vserver> ReadAsync(CancellationToken cancellationToken) =>
        await session.Vservers.FindFreshAsync(id, cancellationToken)
        ?? throw new ProblemException("The server is gone", $"The API says that the vserver {id} does not exist any more. Plan again.");

    /// <summary>Waits until a delivered server is listed and has left its installation.</summary>
    public async Task<Vserver> WaitDeliveredAsync(CancellationToken cancellationToken) => (await Poller.UntilAsync(
        session.Polling,
        session.Time,
        stop => session.Vservers.FindFreshAsync(id, stop),
        v => v?.Status,
        v => v is not null && v.Status is not ("installing" or "pending"),
        cancellationToken))!;

    /// <summary>Changes cores, RAM and disk in place; the server restarts.</summary>
    /// <exception cref="ProblemException">It was refused.</exception>
    public Task ResizeAsync(long cores, decimal ram, long disk, CancellationToken cancellationToken)
    {
        var isSent = false;
        return StoppedException.TellAsync(
            async () =>
            {
                await UpgradeAsync(cores, ram, disk, () => isSent = true, cancellationToken);
                await WaitResizedAsync(cores, ram, disk, cancellationToken);
            },
            () => isSent ? $"{ResizeSent} {Power.WhyNot}" : null);
    }

    private async Task WaitResizedAsync(long cores, decimal ram, long disk, CancellationToken cancellationToken)
    {
        try
        {
            await Poller.UntilAsync(
                session.Polling,
                session.Time,
                stop => session.Vservers.FindFreshAsync(id, stop),
                v => $"{v?.Cores} {v?.RamGb} {v?.DiskGb} {v?.Status}",
                v => v is null || HasSize(v, cores, ram, disk),
                cancellationToken);
            await Power.WaitUnlockedAsync(ResizeSent, cancellationToken);
        }
        catch (ApiException e)
        {
            throw ProblemException.Of(e, "The resize may not be finished", attribute: null, ResizeSent, isBegun: true);
        }
    }

    private async Task UpgradeAsync(long cores, decimal ram, long disk, Action sent, CancellationToken cancellationToken)
    {
        try
        {
            await Power.ActOnceAsync(SendAsync, "Nothing was changed, and nothing costs more.", cancellationToken);
        }
        catch (ApiException e) when (e.MayHaveHadEffect || e.Kind is ApiErrorKind.Rejected or ApiErrorKind.InvalidField)
        {
            // What is refused may be the repetition of a call whose answer was lost, and which has done it.
            if (!e.MayHaveHadEffect || !await HasSizeAsync(cores, ram, disk, cancellationToken))
            {
                throw VserverFailures.OfResize(e);
            }
        }
        finally
        {
            session.Vservers.Touch(id);
        }

        Task SendAsync(CancellationToken stop)
        {
            sent();
            session.Vservers.Touch(id);
            return session.Client.Vservers.UpgradeAsync(id, cores, ram, disk, stop);
        }
    }

    private async Task<bool> HasSizeAsync(long cores, decimal ram, long disk, CancellationToken cancellationToken)
    {
        await Power.WaitUnlockedAsync(ResizeSent, cancellationToken);
        return HasSize(await ReadAsync(cancellationToken), cores, ram, disk);
    }

    // What the API does not tell is believed.
    private static bool HasSize(Vserver server, long cores, decimal ram, long disk) =>
        (server.Cores ?? cores, server.RamGb ?? ram, server.DiskGb ?? disk) == (cores, ram, disk);

    private static PowerReading Reading(VserverStatus status) => new(status.Status, status.LockedReason);
}
