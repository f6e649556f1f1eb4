namespace Dashserv.Simulator.Control;

/// <summary>What GET /_sim/requests answers.</summary>
internal sealed record JournalAnswer(int Count, IReadOnlyList<JournalEntry> Requests);
