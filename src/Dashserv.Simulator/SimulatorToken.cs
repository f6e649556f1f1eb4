namespace Dashserv.Simulator;

/// <summary>An API token: what the client sends, whose it is, and whether it may write. Tokens of the same account see the same things.</summary>
public sealed record SimulatorToken(string Token, string Account, AccountKind Kind, bool ReadOnly = false);
