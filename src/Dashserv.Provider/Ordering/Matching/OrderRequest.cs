using Dashserv.Api.Models;

namespace Dashserv.Provider.Ordering.Matching;

/// <summary>An order as the API takes it: every option of the form, resolved.</summary>
/// <param name="Product">The form's name.</param>
/// <param name="Fields">What is sent, in the form's order.</param>
/// <param name="PriceKey">Equal for orders that cost the same: free text carries no price.</param>
/// <param name="Period">The chosen period, or null where the form has none.</param>
internal sealed record OrderRequest(string Product, IReadOnlyList<OrderField> Fields, string PriceKey, Period? Period)
{
    /// <summary>The uuid of the location, where one is sent.</summary>
    public string? Location => Fields.FirstOrDefault(f => f.Key == OrderResolver.LocationField).Value;
}
