using Dashserv.Api;
using Dashserv.Api.Models;
using Dashserv.Api.Polling;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Ordering;
using Dashserv.Provider.Power;
using TerraformPlugin.Values;

namespace Dashserv.Provider.DedicatedServers;

/// <summary>What is done to an existing dedicated server, each until it is really done.</summary>
internal sealed class DedicatedOperations(Session session, string id)
{
    public PowerSwitch Power { get; } = new(session, new PowerCalls(
        async stop => new PowerReading((await session.Client.DedicatedServers.StatusAsync(id, stop)).Status, null),
        stop => session.Client.DedicatedServers.StartAsync(id, stop),
        stop => session.Client.DedicatedServers.ShutdownAsync(id, stop),
        stop => session.Client.DedicatedServers.StopAsync(id, stop)));

    /// <summary>All that the API says of the server.</summary>
    public async Task<DedicatedLook> LookAsync(DedicatedServer server, CancellationToken cancellation) => new(
        server,
        await session.Client.DedicatedServers.NetworkAsync(id, cancellation),
        await session.Client.DedicatedServers.InstallationStatusAsync(id, cancellation));

    /// <summary>The same, with the server as it is now.</summary>
    /// <exception cref="ProblemException">It is gone.</exception>
    public async Task<DedicatedLook> LookAsync(CancellationToken cancellation) => await LookAsync(
        await session.DedicatedServers.FindFreshAsync(id, cancellation)
        ?? throw new ProblemException("The server is gone", $"The API says that the dedicated server {id} does not exist any more. Plan again."),
        cancellation);

    /// <summary>Waits until a delivered server is listed and no installation runs.</summary>
    public async Task<DedicatedServer> WaitDeliveredAsync(CancellationToken cancellation)
    {
        var server = await Poller.UntilAsync(
            session.Polling,
            session.Time,
            stop => session.DedicatedServers.FindFreshAsync(id, stop),
            s => s?.Status,
            s => s is not null && s.Status is not ("installing" or "pending"),
            cancellation);
        await Poller.UntilAsync(
            session.Polling, session.Time, stop => session.Client.DedicatedServers.InstallationStatusAsync(id, stop), s => s.Log, s => !s.IsInstalling, cancellation);
        return server!;
    }

    /// <summary>Installs an operating system; wipes the disks. What was installed before does not count as success.</summary>
    /// <exception cref="ProblemException">The installation failed; its log is in the message.</exception>
    public async Task InstallAsync(Template template, string hostname, CancellationToken cancellation)
    {
        session.DedicatedServers.Touch(id);
        var before = await session.Client.DedicatedServers.InstallationStatusAsync(id, cancellation);
        ApiException? lost = null;
        try
        {
            await session.Client.DedicatedServers.InstallAsync(id, template.Id, hostname, cancellation);
        }
        catch (ApiException e) when (e.MayHaveHadEffect)
        {
            lost = e;
        }

        var wasSeen = false;
        var after = await Poller.UntilAsync(
            session.Polling,
            session.Time,
            stop => session.Client.DedicatedServers.InstallationStatusAsync(id, stop),
            s => $"{s.IsInstalling} {s.Log?.Length}",
            s =>
            {
                wasSeen |= s.IsInstalling || s.Log != before.Log || s.Os != before.Os;
                return wasSeen && !s.IsInstalling;
            },
            cancellation);
        session.DedicatedServers.Touch(id);
        if (after.Os is null || !LooseText.Same(after.Os, template.Name))
        {
            throw new ProblemException(
                "The installation failed",
                $"{template.Name} was to be installed on the dedicated server {id}, and the API says that it has {after.Os ?? "no operating system"} now. "
                + $"The server exists and costs money; it is in the state. The installer's log:\n\n{after.Log ?? "(none)"}",
                AttributePath.Of("template"),
                lost);
        }
    }
}
