using Dashserv.Api;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Ordering.Matching;

namespace Dashserv.Provider.Ordering.Placing;

/// <summary>An order that is to be placed.</summary>
/// <param name="Request">What is sent.</param>
/// <param name="Arguments">The same in the user's words.</param>
/// <param name="Search">How to find its product again.</param>
internal sealed record OrderDraft(OrderRequest Request, OrderArguments Arguments, ProductSearch Search)
{
    /// <summary>What is said where it was not placed.</summary>
    /// <param name="failure">Why.</param>
    /// <param name="isListed">Whether what there was before is known.</param>
    public FailureWords NotPlaced(Exception failure, bool isListed) => failure switch
    {
        ApiException e when isListed => OrderWords.Refused(e, Arguments),
        ApiException => OrderWords.NotListed(Search.Category),
        _ => OrderWords.NotPlaced,
    };
}
