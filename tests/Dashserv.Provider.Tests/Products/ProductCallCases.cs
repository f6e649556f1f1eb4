using Dashserv.Provider.Tests.Ordering;
using Dashserv.Provider.Tests.Support;

namespace Dashserv.Provider.Tests.Products;

/// <summary>The calls of a generic product: only those that everything makes that is ordered.</summary>
internal static class ProductCallCases
{
    private static readonly OrderCallCases Orders = new("product", TestProduct.Type, "webhosting", "product", TestProduct.Config);

    public static CallCases All { get; } = new(Orders.Asking, Orders.Doing, Orders.Lost);
}
