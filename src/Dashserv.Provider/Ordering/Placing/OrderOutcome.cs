namespace Dashserv.Provider.Ordering.Placing;

/// <summary>How far an order got.</summary>
/// <param name="Status">The API's word, lower case.</param>
/// <param name="ProductId">The product, as soon as the order names it.</param>
/// <param name="Reason">Why it failed, if the API says so.</param>
internal sealed record OrderOutcome(string Status, string? ProductId, string? Reason)
{
    public bool IsDelivered => Status == "okay" && ProductId is not null;

    public bool HasFailed => Status is "error" or "cancelled";

    public bool IsPending => !IsDelivered && !HasFailed;
}
