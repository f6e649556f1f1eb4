using Dashserv.Api.Models;
using Dashserv.Provider.Access;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Power;

namespace Dashserv.Provider.DedicatedServers;

/// <summary>What the writes on one dedicated server have in common: its power, its installation, and how it is now.</summary>
internal sealed class DedicatedServerOperations(Session session, string id)
{
    /// <summary>How soon after its delivery a server shows the operating system that it was ordered with.</summary>
    private static readonly TimeSpan InstalledLimit = TimeSpan.FromMinutes(1);

    /// <summary>How often it is asked what a finished installation has left before it is taken for not told.</summary>
    private const int UnnamedLooks = 5;

    private ApiAccess Access => session.Access;

    public PowerCalls Power => new(
        $"dedicated server {id}",
        "dedicated servers",
        async stop => new PowerReading((await Access.Client.DedicatedServers.StatusAsync(id, stop)).Status, null),
        stop => Access.Client.DedicatedServers.StartAsync(id, stop),
        stop => Access.Client.DedicatedServers.ShutdownAsync(id, stop),
        stop => Access.Client.DedicatedServers.StopAsync(id, stop));

    /// <summary>All that the API says of the server.</summary>
    public async Task<DedicatedServerSnapshot> ReadAsync(DedicatedServer server, CancellationToken cancellationToken) =>
        new(server, await Access.Client.DedicatedServers.NetworkAsync(id, cancellationToken), await ReadInstallationAsync(cancellationToken));

    /// <summary>The same, with the server as it is now.</summary>
    /// <exception cref="ProblemException">It is gone.</exception>
    public async Task<DedicatedServerSnapshot> ReadAsync(CancellationToken cancellationToken) => await ReadAsync(
        await session.DedicatedServerReads.FindFreshAsync(id, cancellationToken)
        ?? throw new ProblemException("The server is gone", $"The API says that the dedicated server {id} does not exist any more. Plan again."),
        cancellationToken);

    public Task<InstallationStatus> ReadInstallationAsync(CancellationToken cancellationToken) =>
        Access.Client.DedicatedServers.InstallationStatusAsync(id, cancellationToken);

    /// <summary>All that the API says of a server that is delivered with an operating system, once that is there; its installation may begin a moment after
    /// the delivery.</summary>
    public async Task<DedicatedServerSnapshot> ReadOnceInstalledAsync(DedicatedServerSnapshot snapshot, CancellationToken cancellationToken)
    {
        if (InstallationOutcome.HasSystem(snapshot.Installation))
        {
            return snapshot;
        }

        await Access.PollAsync(InstalledLimit, ReadInstallationAsync, Status, s => s.IsInstalling || InstallationOutcome.HasEnded(s), cancellationToken);
        await WaitToldAsync(InstallationOutcome.HasEnded, cancellationToken);
        return await ReadAsync(cancellationToken);
    }

    /// <summary>Waits until a delivered server is listed and no installation runs.</summary>
    public async Task<DedicatedServer> WaitDeliveredAsync(CancellationToken cancellationToken)
    {
        var server = await Access.PollAsync(
            stop => session.DedicatedServerReads.FindFreshAsync(id, stop), s => s?.Status, s => s is not null && s.Status is not ("installing" or "pending"),
            cancellationToken);
        await WaitIdleAsync(cancellationToken);
        return server!;
    }

    /// <summary>Waits until no installation runs.</summary>
    public Task<InstallationStatus> WaitIdleAsync(CancellationToken cancellationToken) =>
        Access.PollAsync(ReadInstallationAsync, Status, s => !s.IsInstalling, cancellationToken);

    /// <summary>The same, and until what it has left is told, which may be a moment later.</summary>
    public Task<InstallationStatus> WaitToldAsync(Func<InstallationStatus, bool> isTold, CancellationToken cancellationToken)
    {
        var looks = 0;
        return Access.PollAsync(ReadInstallationAsync, Status, s => !s.IsInstalling && (isTold(s) || ++looks >= UnnamedLooks), cancellationToken);
    }

    /// <summary>Waits for a sign of an installation, and not for ever.</summary>
    /// <returns>Whether there was one.</returns>
    public Task<bool> WaitForSignAsync(TimeSpan limit, Func<InstallationStatus, bool> isSign, CancellationToken cancellationToken) =>
        Access.PollAsync(limit, ReadInstallationAsync, Status, isSign, cancellationToken);

    /// <summary>What became of an installation, once none runs. What is installed may be told a moment later than that it is.</summary>
    /// <param name="template">What was to be installed.</param>
    /// <param name="before">How it was before.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<InstallationOutcome> JudgeAsync(Template template, InstallationMark before, CancellationToken cancellationToken)
    {
        var after = await WaitToldAsync(s => s.Os is not null || InstallationOutcome.HasBrokenOff(s), cancellationToken);
        return InstallationOutcome.Of(template, before, after, await session.Catalogue.TemplatesAsync(cancellationToken));
    }

    private static string Status(InstallationStatus status) => $"{status.IsInstalling} {status.Log}";
}
