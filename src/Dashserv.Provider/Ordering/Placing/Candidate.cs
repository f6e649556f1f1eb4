namespace Dashserv.Provider.Ordering.Placing;

/// <summary>A product that may be what a lost order became.</summary>
internal sealed record Candidate(string Uuid, string? Name, DateTimeOffset? CreatedAt, decimal? HourlyPrice)
{
    /// <summary>Whether it has the name that was ordered. What has not is never adopted, but told to the user.</summary>
    public bool IsNamesake { get; init; } = true;
}
