namespace Dashserv.Simulator.Journal;

/// <summary>One request as it was, without its token. Status 0: no answer was sent.</summary>
public sealed record JournalEntry(
    string Method, string Path, string Query, IReadOnlyDictionary<string, string> Fields, int Status, DateTimeOffset At, string? Account, string? Fault)
{
    /// <summary>Whether this placed an order (or tried to), rather than ask what one would cost.</summary>
    public bool IsOrder => Method == "POST" && Path.StartsWith("/v1/manage/product/", StringComparison.Ordinal) && !OrderRoutes.IsQuote(Fields);
}
