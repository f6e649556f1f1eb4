using Dashserv.Api;
using Dashserv.Api.Polling;
using Microsoft.Extensions.Logging;
using TerraformPlugin.Authoring;

namespace Dashserv.Provider.Access;

/// <summary>What everything that calls the API needs: the client, a clock, and the way to wait.</summary>
internal sealed class ApiAccess(Func<DashservClient> open, TimeProvider time, PollSchedule polling, ILogger logger)
{
    private readonly Lazy<DashservClient> _client = new(open, LazyThreadSafetyMode.PublicationOnly);

    public TimeProvider Time => time;

    public ILogger Logger => logger;

    /// <summary>False in a plan in which the provider's configuration is not wholly known.</summary>
    public required bool IsKnown { get; init; }

    /// <summary>Whether plans ask the API: checks are on, and there is a configuration to ask with.</summary>
    public required bool ChecksPlans { get; init; }

    /// <exception cref="Failures.TokenException">There is no token that can be used.</exception>
    /// <exception cref="UnknownConfigurationException">The configuration is not wholly known yet.</exception>
    public DashservClient Client => IsKnown ? _client.Value : throw new UnknownConfigurationException();

    /// <summary>Looks until something is as it should be: <see cref="Poller.UntilAsync"/>.</summary>
    public Task<T> PollAsync<T>(Func<CancellationToken, Task<T>> look, Func<T, string?> status, Func<T, bool> isDone, CancellationToken cancellationToken) =>
        Poller.UntilAsync(polling, time, look, status, isDone, cancellationToken);

    /// <summary>The same, and not for ever; false where it did not come in that time: <see cref="Poller.WithinAsync"/>.</summary>
    public Task<bool> PollAsync<T>(
        TimeSpan limit, Func<CancellationToken, Task<T>> look, Func<T, string?> status, Func<T, bool> isDone, CancellationToken cancellationToken) =>
        Poller.WithinAsync(polling, time, limit, look, status, isDone, cancellationToken);

    /// <summary>Tries until something is taken. What a try throws is final: a write must not be repeated for that.</summary>
    public Task<T> RetryAsync<T>(Func<CancellationToken, Task<T>> attempt, Func<T, bool> isOver, CancellationToken cancellationToken) =>
        Poller.UntilAsync(polling with { ToleratedFailures = 0 }, time, attempt, static _ => null, isOver, cancellationToken);

    /// <summary>Looks for what may have come of a write: <see cref="Poller.SearchAsync"/>.</summary>
    public Task<SearchResult<T>> SearchAsync<T>(
        TimeSpan limit, Func<CancellationToken, Task<T>> look, Func<T, bool> isFound, CancellationToken cancellationToken)
        where T : class => Poller.SearchAsync(polling, time, limit, look, isFound, cancellationToken);
}
