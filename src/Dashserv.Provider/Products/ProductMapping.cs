using Dashserv.Api.Models;
using Dashserv.Provider.Inventory;
using Dashserv.Provider.Lifecycle;
using TerraformPlugin.Authoring;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Products;

/// <summary>From the API's generic product to the model.</summary>
internal static class ProductMapping
{
    public static void Fill(ProductModel model, Product product)
    {
        model.Id = product.Uuid;
        model.Name = Value.OfNullable(product.Name);
        model.Status = Value.OfNullable(product.Status);
        model.MonthlyPrice = Value.OfNullable(Prices.Monthly(product.Payment));
        model.HourlyPrice = Value.OfNullable(Prices.Hourly(product.Payment));
        model.AttributesJson = ProductAttributes.Of(product.Json);
    }

    /// <summary>Notes what the API calls the arguments that were just applied.</summary>
    public static void Applied(PrivateState notes, Product product) => new PlaceWording(new Wording(notes)).Applied(product.Location);

    /// <summary>Brings the arguments that the API can tell up to date, in the user's wording where that still fits.</summary>
    public static void Read(PrivateState notes, ProductModel state, Product product) =>
        state.Location = new PlaceWording(new Wording(notes)).Read(state.Location, product.Location);
}
