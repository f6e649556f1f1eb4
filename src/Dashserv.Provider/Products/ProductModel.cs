using Dashserv.Api.Models;
using Dashserv.Provider.Lifecycle;
using Dashserv.Provider.Text;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<Dashserv.Provider.Products.ProductModel>;

namespace Dashserv.Provider.Products;

/// <summary>A <c>dashserv_product</c>: any product of the modular API.</summary>
internal sealed class ProductModel : OrderedModel
{
    public Value<string> Product;
    public Value<string> Package;
    public Value<string> AttributesJson;

    public static Schema<ProductModel> Schema { get; } =
        new("Any product of the API that has no resource of its own, such as `webhosting`.", new ObjectTable<ProductModel>(
    [
        Attr.Text("product", m => ref m.Product).Required().Validate(Ids.FindNameProblem)
            .Describe("Name of the product's order form, such as `webhosting`. A change replaces the product."),
        Attr.Text("package", m => ref m.Package).Optional().Validate(Validators.NotEmpty())
            .SemanticEquals((left, right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase))
            .Describe("Name of the package, where the product is sold in packages. A change replaces the product."),
        Attr.Text("name", m => ref m.Name).Computed().UseStateForUnknown().From((Product p) => p.Name).Describe("The product's name, where it has one."),
        Attr.Text("attributes_json", m => ref m.AttributesJson).Computed().Sensitive().UseStateForUnknown().From((Product p) => ProductAttributes.Of(p.Json))
            .Describe(
                "Everything that the API says of the product, as JSON; `jsondecode` reads it. Left out are `payment`, `traffic` and `stats`, which change by "
                    + "themselves, whatever is called like a secret (a password, a token, a key, a PIN), and the user and password of URLs. Sensitive all the "
                    + "same: `nonsensitive` shows what is none."),
        .. OrderedAttributes.All<ProductModel>(),
    ]));
}
