namespace Dashserv.Provider.Ordering.Placing;

/// <summary>An order was sent, by a process that was killed before it had an answer.</summary>
internal sealed class UnansweredException() : Exception("the process that sent the order was killed before it had an answer");
