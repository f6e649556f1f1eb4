namespace Dashserv.Api.Polling;

/// <summary>What a search ended with.</summary>
/// <param name="Seen">What the last look that worked has seen; null where none did.</param>
/// <param name="Trouble">Why the last look failed; null where it did not.</param>
public sealed record SearchResult<T>(T? Seen, ApiException? Trouble)
    where T : class;
