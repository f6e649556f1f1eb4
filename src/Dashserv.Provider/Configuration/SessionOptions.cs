using Dashserv.Api.Polling;

namespace Dashserv.Provider.Configuration;

/// <summary>A configuration with everything decided. The token is read only when it is first needed.</summary>
internal sealed class SessionOptions
{
    /// <summary>False in a plan in which some value comes from a resource that does not exist yet.</summary>
    public required bool IsKnown { get; init; }

    public required Uri Endpoint { get; init; }

    public required Func<string> ReadToken { get; init; }

    public required string UserAgent { get; init; }

    public required int MaxConcurrentRequests { get; init; }

    public required double? RequestsPerSecond { get; init; }

    public required int MaxRetries { get; init; }

    public required bool PlanChecks { get; init; }

    public required PollSchedule Polling { get; init; }

    public required Func<string, string?> TrustEnvironment { get; init; }
}
