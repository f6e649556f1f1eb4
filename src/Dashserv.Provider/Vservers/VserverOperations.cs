using Dashserv.Api;
using Dashserv.Api.Models;
using Dashserv.Api.Polling;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Power;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Vservers;

/// <summary>What is done to an existing vserver, each until it is really done.</summary>
internal sealed class VserverOperations(Session session, string id)
{
    /// <summary>How often a reinstallation that was never seen to begin is looked at before its result is believed.</summary>
    private const int UnseenLooks = 5;

    private const string ResizeSent = "The resize was sent, and may be under way or done; the server then costs what the plan said. Plan again to see what it has now.";

    private const string NotWiped = "Nothing was reinstalled, and the disk is as it was.";

    public PowerSwitch Power { get; } = new(session, new PowerCalls(
        async stop => Reading(await session.Client.Vservers.StatusAsync(id, stop)),
        stop => session.Client.Vservers.StartAsync(id, stop),
        stop => session.Client.Vservers.ShutdownAsync(id, stop),
        stop => session.Client.Vservers.StopAsync(id, stop))
    { Server = $"vserver {id}" });

    /// <summary>The server as it is now.</summary>
    /// <exception cref="ProblemException">It is gone.</exception>
    public async Task<Vserver> ReadAsync(CancellationToken cancellation) =>
        await session.Vservers.FindFreshAsync(id, cancellation)
        ?? throw new ProblemException("The server is gone", $"The API says that the vserver {id} does not exist any more. Plan again.");

    /// <summary>Waits until a delivered server is listed and has left its installation.</summary>
    public async Task<Vserver> WaitDeliveredAsync(CancellationToken cancellation) => (await Poller.UntilAsync(
        session.Polling,
        session.Time,
        stop => session.Vservers.FindFreshAsync(id, stop),
        v => v?.Status,
        v => v is not null && v.Status is not ("installing" or "pending"),
        cancellation))!;

    /// <summary>Changes cores, RAM and disk in place; the server restarts.</summary>
    /// <exception cref="ProblemException">It was refused.</exception>
    public Task ResizeAsync(long cores, decimal ram, long disk, CancellationToken cancellation)
    {
        var isSent = false;
        return StoppedException.TellAsync(
            async () =>
            {
                await UpgradeAsync(cores, ram, disk, () => isSent = true, cancellation);
                await Poller.UntilAsync(
                    session.Polling,
                    session.Time,
                    stop => session.Vservers.FindFreshAsync(id, stop),
                    v => $"{v?.Cores} {v?.RamGb} {v?.DiskGb} {v?.Status}",
                    v => v is null || HasSize(v, cores, ram, disk),
                    cancellation);
                await Power.WaitUnlockedAsync(ResizeSent, cancellation);
            },
            () => isSent ? $"{ResizeSent} {Power.WhyNot}" : null);
    }

    /// <summary>Installs an operating system; wipes the disk.</summary>
    /// <param name="image">The image's name.</param>
    /// <param name="begun">Called once it is certain that the call was taken.</param>
    /// <param name="cancellation">Ends the wait, not the installation.</param>
    /// <exception cref="ProblemException">It was not done, or that is not known.</exception>
    public async Task ReinstallAsync(string image, Action begun, CancellationToken cancellation)
    {
        session.Vservers.Touch(id);
        var (previous, before) = (await ReadAsync(cancellation), await ReinstallationsAsync(cancellation));
        var lost = await SendReinstallAsync(image, cancellation);
        if (lost is null)
        {
            begun();
        }

        session.Vservers.Touch(id);
        var (looks, wasSeen) = (0, false);
        await Poller.UntilAsync(
            session.Polling,
            session.Time,
            Power.ReadAsync,
            r => $"{r.Status} {r.LockedReason}",
            r =>
            {
                looks++;
                wasSeen |= r.Status == "installing" || r.LockedReason is not null;
                return r.Status != "installing" && r.LockedReason is null && (wasSeen || looks >= UnseenLooks);
            },
            cancellation);
        var (server, after) = (await ReadAsync(cancellation), await ReinstallationsAsync(cancellation));
        if (server.Image is { } installed && !HasImage(server, image))
        {
            throw new ProblemException(
                "The server was not reinstalled", $"{Told(lost)}{image} was to be installed on {id}, and the API says that it has {installed.DisplayName ?? installed.Name}. The next apply tries again.", AttributePath.Of("image"), lost);
        }

        // A short installation may be over before the first look; another image is a proof of it, too.
        var isAnother = HasImage(server, image) && !HasImage(previous, image);
        if (!wasSeen && !isAnother && after.Count <= before.Count)
        {
            throw new ProblemException(
                "The server may not have been reinstalled", $"{(lost is null ? $"The API took the order to reinstall {id}" : $"{Told(lost)}{id} was to be reinstalled")}, and no installation was seen since. Look into the customer panel, and apply again.", AttributePath.Of("image"), lost);
        }
    }

    /// <summary>Whether an image is installed, once no installation runs any more.</summary>
    public async Task<bool> HasByNowAsync(string image, CancellationToken cancellation)
    {
        await Power.WaitUnlockedAsync(NotWiped, cancellation);
        return HasImage(await ReadAsync(cancellation), image);
    }

    private static string Told(ApiException? lost) => lost is null ? "" : $"{Sentence.Of(lost.Message)} It was not sent again. ";

    /// <summary>Null, or why it is not known whether it was taken: then what follows tells.</summary>
    private async Task<ApiException?> SendReinstallAsync(string image, CancellationToken cancellation)
    {
        try
        {
            await Power.ActOnceAsync(stop => session.Client.Vservers.ReinstallAsync(id, image, stop), NotWiped, cancellation);
            return null;
        }
        catch (ApiException e) when (e.MayHaveHadEffect)
        {
            return e;
        }
        catch (ApiException e)
        {
            throw ProblemException.Of(e, "The server was not reinstalled", "image", NotWiped);
        }
        catch (OperationCanceledException e) when (e.InnerException is ApiException { MayHaveHadEffect: true } lost)
        {
            throw new StoppedException($"{image} was to be installed on {id}, and the answer was lost: {Sentence.Of(lost.Message)} It was not sent again. Look at the server before you apply again: that installs it, and wipes its disk.", e);
        }
    }

    private async Task UpgradeAsync(long cores, decimal ram, long disk, Action sent, CancellationToken cancellation)
    {
        try
        {
            await Power.ActOnceAsync(SendAsync, "Nothing was changed, and nothing costs more.", cancellation);
        }
        catch (ApiException e) when (e.MayHaveHadEffect || e.Kind is ApiErrorKind.Rejected or ApiErrorKind.InvalidField)
        {
            // What is refused may be the repetition of a call whose answer was lost, and which has done it.
            if (!e.MayHaveHadEffect || !await HasSizeAsync(cores, ram, disk, cancellation))
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

    private async Task<bool> HasSizeAsync(long cores, decimal ram, long disk, CancellationToken cancellation)
    {
        await Power.WaitUnlockedAsync(ResizeSent, cancellation);
        return HasSize(await ReadAsync(cancellation), cores, ram, disk);
    }

    private static bool HasImage(Vserver server, string image) => server.Image is { } installed && VserverMapping.Names(installed).Any(n => Ordering.LooseText.Same(n, image));

    // What the API does not tell is believed.
    private static bool HasSize(Vserver server, long cores, decimal ram, long disk) =>
        (server.Cores ?? cores, server.RamGb ?? ram, server.DiskGb ?? disk) == (cores, ram, disk);

    private static PowerReading Reading(VserverStatus status) => new(status.Status, status.LockedReason);

    private async Task<IReadOnlyList<VserverTask>> ReinstallationsAsync(CancellationToken cancellation) =>
        [.. (await session.Client.Vservers.TasksAsync(id, cancellation)).Where(t => t.Task?.Contains("install", StringComparison.OrdinalIgnoreCase) ?? false)];
}
