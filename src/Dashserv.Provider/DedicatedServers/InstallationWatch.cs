using Dashserv.Api.Models;
using Dashserv.Api.Polling;
using Dashserv.Provider.Configuration;

namespace Dashserv.Provider.DedicatedServers;

/// <summary>Looks at a dedicated server's installation again and again.</summary>
internal sealed class InstallationWatch(Session session, string id)
{
    /// <summary>How often it is asked what a finished installation has left before it is taken for not told.</summary>
    private const int UnnamedLooks = 5;

    /// <summary>Waits until no installation runs.</summary>
    public Task<InstallationStatus> UntilIdleAsync(CancellationToken cancellationToken) => UntilAsync(s => !s.IsInstalling, cancellationToken);

    /// <summary>The same, and until what it has left is told, which may be a moment later.</summary>
    /// <param name="isTold">Whether it is.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<InstallationStatus> UntilToldAsync(Func<InstallationStatus, bool> isTold, CancellationToken cancellationToken)
    {
        var looks = 0;
        return UntilAsync(s => !s.IsInstalling && (isTold(s) || ++looks >= UnnamedLooks), cancellationToken);
    }

    /// <summary>Waits for something to show, and not for ever.</summary>
    /// <returns>Whether it did.</returns>
    public Task<bool> WithinAsync(TimeSpan patience, Func<InstallationStatus, bool> isSeen, CancellationToken cancellationToken) =>
        Poller.WithinAsync(session.Polling, session.Time, patience, ReadAsync, Status, isSeen, cancellationToken);

    private Task<InstallationStatus> UntilAsync(Func<InstallationStatus, bool> isDone, CancellationToken cancellationToken) =>
        Poller.UntilAsync(session.Polling, session.Time, ReadAsync, Status, isDone, cancellationToken);

    private Task<InstallationStatus> ReadAsync(CancellationToken cancellationToken) => session.Client.DedicatedServers.InstallationStatusAsync(id, cancellationToken);

    private static string Status(InstallationStatus status) => $"{status.IsInstalling} {status.Log}";
}
