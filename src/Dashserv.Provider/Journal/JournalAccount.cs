namespace Dashserv.Provider.Journal;

/// <summary>Whose order it is.</summary>
/// <param name="Customer">The customer's number, where it is known.</param>
/// <param name="Token">A digest of the token.</param>
internal sealed record JournalAccount(string? Customer, string Token);
