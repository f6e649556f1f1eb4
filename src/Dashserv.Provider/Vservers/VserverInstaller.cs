using Dashserv.Api;
using Dashserv.Api.Models;
using Dashserv.Api.Polling;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Power;
using Dashserv.Provider.Text;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Vservers;

/// <summary>Installs an operating system on a vserver until it is really installed; wipes its disk, and says each time whether it did.</summary>
internal sealed class VserverInstaller(Session session, string id, VserverOperations operations)
{
    /// <summary>How often an installation that was never seen to begin is looked at before its result is believed.</summary>
    private const int UnseenLooks = 5;

    private const string NotWiped = "Nothing was reinstalled, and the disk is as it was.";
    private const string NotDone = "The server was not reinstalled";

    /// <summary>Whether an image is installed, once no installation runs any more.</summary>
    /// <exception cref="ProblemException">That cannot be told.</exception>
    public async Task<bool> HasByNowAsync(string image, CancellationToken cancellationToken)
    {
        try
        {
            await operations.Power.WaitUnlockedAsync(NotWiped, cancellationToken);
            return HasImage(await operations.ReadAsync(cancellationToken), image);
        }
        catch (ApiException e)
        {
            throw ProblemException.Of(e, NotDone, "image", NotWiped);
        }
    }

    /// <param name="image">The image's name.</param>
    /// <param name="begun">Called once it is certain that the call was taken.</param>
    /// <param name="cancellationToken">Ends the wait, not the installation.</param>
    /// <exception cref="ProblemException">It was not done, or that is not known.</exception>
    /// <exception cref="ApiException">It was begun, and cannot be followed.</exception>
    public async Task InstallAsync(string image, Action begun, CancellationToken cancellationToken)
    {
        session.Vservers.Touch(id);
        var (previous, before) = await LookBeforeAsync(cancellationToken);
        var lost = await SendAsync(image, cancellationToken);
        session.Vservers.Touch(id);
        if (lost is null)
        {
            begun();
        }

        try
        {
            var wasSeen = await WaitAsync(cancellationToken);
            var (server, after) = (await operations.ReadAsync(cancellationToken), await InstallationsAsync(cancellationToken));
            Judge(image, lost, server, hasBegun: wasSeen || after.Count > before.Count || (HasImage(server, image) && !HasImage(previous, image)));
        }
        catch (ApiException e) when (lost is not null)
        {
            throw ProblemException.Of(e, "The server may not have been reinstalled", "image", AskedFor(image, lost), isBegun: true);
        }
    }

    private async Task<(Vserver Server, IReadOnlyList<VserverTask> Installations)> LookBeforeAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await operations.ReadAsync(cancellationToken), await InstallationsAsync(cancellationToken));
        }
        catch (ApiException e)
        {
            throw ProblemException.Of(e, NotDone, "image", NotWiped);
        }
    }

    /// <summary>Null, or why it is not known whether it was taken: then what follows tells.</summary>
    private async Task<ApiException?> SendAsync(string image, CancellationToken cancellationToken)
    {
        try
        {
            await operations.Power.ActOnceAsync(stop => session.Client.Vservers.ReinstallAsync(id, image, stop), NotWiped, cancellationToken);
            return null;
        }
        catch (ApiException e) when (e.MayHaveHadEffect)
        {
            return e;
        }
        catch (ApiException e)
        {
            throw ProblemException.Of(e, NotDone, "image", NotWiped);
        }
        catch (OperationCanceledException e) when (LostAnswer.In(e) is { } lost)
        {
            throw new StoppedException(AskedFor(image, lost), e);
        }
    }

    /// <returns>Whether it was seen to run.</returns>
    private async Task<bool> WaitAsync(CancellationToken cancellationToken)
    {
        var (looks, wasSeen) = (0, false);
        await Poller.UntilAsync(
            session.Polling,
            session.Time,
            operations.Power.ReadAsync,
            r => $"{r.Status} {r.LockedReason}",
            r =>
            {
                looks++;
                wasSeen |= r.Status == "installing" || r.LockedReason is not null;
                return r.Status != "installing" && r.LockedReason is null && (wasSeen || looks >= UnseenLooks);
            },
            cancellationToken);
        return wasSeen;
    }

    // A short installation may be over before the first look: another image is a proof of it, and so is a task.
    private void Judge(string image, ApiException? lost, Vserver server, bool hasBegun)
    {
        if (server.Image is { } installed && !HasImage(server, image))
        {
            throw new ProblemException(
                NotDone, $"{Told(lost)}{image} was to be installed on {id}, and the API says that it has {installed.DisplayName ?? installed.Name}. The next apply tries again.", AttributePath.Of("image"), lost);
        }

        if (!hasBegun)
        {
            throw new ProblemException(
                "The server may not have been reinstalled",
                $"{(lost is null ? $"The API took the order to reinstall {id}" : $"{Told(lost)}{id} was to be reinstalled")}, and no installation was seen since. Look into the customer panel, and apply again.",
                AttributePath.Of("image"),
                lost);
        }
    }

    private string AskedFor(string image, ApiException lost) =>
        $"{image} was to be installed on {id}, and the answer was lost: {Told(lost)}Look at the server before you apply again: that installs it, and wipes its disk.";

    private static string Told(ApiException? lost) => lost is null ? "" : $"{Sentence.Of(lost.Message)} It was not sent again. ";

    private static bool HasImage(Vserver server, string image) => server.Image is { } installed && VserverMapping.Names(installed).Any(n => LooseText.Same(n, image));

    private async Task<IReadOnlyList<VserverTask>> InstallationsAsync(CancellationToken cancellationToken) =>
        [.. (await session.Client.Vservers.TasksAsync(id, cancellationToken)).Where(t => t.Task?.Contains("install", StringComparison.OrdinalIgnoreCase) ?? false)];
}
