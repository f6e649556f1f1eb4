using Dashserv.Provider.Lifecycle;
using Dashserv.Provider.Ordering;
using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<Dashserv.Provider.Products.ProductModel>;
using Common = Dashserv.Provider.Lifecycle.CommonAttributes<Dashserv.Provider.Products.ProductModel>;

namespace Dashserv.Provider.Products;

/// <summary>A <c>dashserv_product</c>: any product of the modular API.</summary>
internal sealed class ProductModel : IOrderedModel
{
    public Value<string> Product { get; set; }

    public Value<string> Package { get; set; }

    public Value<string> Location { get; set; }

    public Value<string> Period { get; set; }

    public Value<IReadOnlyDictionary<string, Value<string>>> Options { get; set; }

    public Value<bool> DeletionProtection { get; set; }

    public Value<string> OnDestroy { get; set; }

    public Value<decimal> MaxMonthlyPrice { get; set; }

    public Value<string> OnCreateTimeout { get; set; }

    public Value<TimeoutsModel> Timeouts { get; set; }

    public Value<string> Id { get; set; }

    public Value<string> OrderId { get; set; }

    public Value<string> Name { get; set; }

    public Value<string> Status { get; set; }

    public Value<decimal> MonthlyPrice { get; set; }

    public Value<decimal> HourlyPrice { get; set; }

    public Value<string> AttributesJson { get; set; }

    public Value<QuoteModel> Quote { get; set; }

    public static Schema<ProductModel> Schema { get; } = new("Any product of the API that has no resource of its own, such as `webhosting`.", new ObjectTable<ProductModel>(
        Attr.Text("product", m => m.Product, (m, v) => m.Product = v).Required().Validate(Rules.NotEmpty())
            .Describe("Name of the product's order form, such as `webhosting`. A change replaces the product."),
        Attr.Text("package", m => m.Package, (m, v) => m.Package = v).Optional().Validate(Rules.NotEmpty())
            .SameWhen((left, right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase))
            .Describe("Name of the package, where the product is sold in packages. A change replaces the product."),
        Common.Location(m => m.Location, (m, v) => m.Location = v),
        Common.Period(m => m.Period, (m, v) => m.Period = v),
        Common.Options(m => m.Options, (m, v) => m.Options = v),
        Common.DeletionProtection(m => m.DeletionProtection, (m, v) => m.DeletionProtection = v),
        Common.OnDestroy(m => m.OnDestroy, (m, v) => m.OnDestroy = v),
        Common.MaxMonthlyPrice(m => m.MaxMonthlyPrice, (m, v) => m.MaxMonthlyPrice = v),
        Common.OnCreateTimeout(m => m.OnCreateTimeout, (m, v) => m.OnCreateTimeout = v),
        Common.Timeouts(m => m.Timeouts, (m, v) => m.Timeouts = v),
        Common.Id(m => m.Id, (m, v) => m.Id = v),
        Common.OrderId(m => m.OrderId, (m, v) => m.OrderId = v),
        Attr.Text("name", m => m.Name, (m, v) => m.Name = v).Computed().Stable().Describe("The product's name, where it has one."),
        Common.Status(m => m.Status, (m, v) => m.Status = v),
        Common.MonthlyPrice(m => m.MonthlyPrice, (m, v) => m.MonthlyPrice = v),
        Common.HourlyPrice(m => m.HourlyPrice, (m, v) => m.HourlyPrice = v),
        Attr.Text("attributes_json", m => m.AttributesJson, (m, v) => m.AttributesJson = v).Computed().Stable()
            .Describe("Everything that the API says of the product, as JSON; `jsondecode` reads it. Left out are `payment`, `traffic` and `stats`, which change by themselves, and whatever is called like a secret (a password, a token)."),
        Common.Quote(m => m.Quote, (m, v) => m.Quote = v)));
}
