namespace Dashserv.Provider.Ordering.Placing;

/// <summary>What is known after placing: the order's id, or, where its answer was lost, the product that was found to be its.</summary>
internal sealed record PlacedOrder(string? OrderId, Candidate? Adopted);
