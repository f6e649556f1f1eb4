namespace Dashserv.Provider.Ordering;

/// <summary>A product that may be what a lost order became.</summary>
internal sealed record Candidate(string Uuid, string? Name, DateTimeOffset? CreatedAt, decimal? HourlyPrice);
