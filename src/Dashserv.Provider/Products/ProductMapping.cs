using Dashserv.Api.Models;
using Dashserv.Provider.Inventory;
using TerraformPlugin.Authoring;

namespace Dashserv.Provider.Products;

/// <summary>From the API's generic product to the model.</summary>
internal static class ProductMapping
{
    /// <summary>Notes what the API calls the arguments that were just applied.</summary>
    public static void Applied(PrivateState privateState, Product product) => new LocationWording(new Wording(privateState)).Applied(product.Location);

    /// <summary>Brings the arguments that the API can tell up to date, in the user's wording where that still fits.</summary>
    public static void Read(PrivateState privateState, ProductModel state, Product product) =>
        state.Location = new LocationWording(new Wording(privateState)).Read(state.Location, state.RepairsDrift, product.Location);
}
