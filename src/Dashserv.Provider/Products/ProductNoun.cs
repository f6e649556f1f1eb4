using Dashserv.Api.Models;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Lifecycle;
using Dashserv.Provider.Operations;
using Dashserv.Provider.Ordering.Matching;
using Dashserv.Provider.Ordering.Placing;
using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Products;

/// <summary>What the generic product does its own way in the life of an ordered product: only the calls that every product has.</summary>
internal sealed class ProductNoun : OrderedNoun<ProductModel>
{
    public override string Noun => "product";

    public override ObjectTable<ProductModel> Table => ProductModel.Schema.Table;

    public override string Describe(ProductModel model) => $"{model.Product.Or(Noun)} {model.Name.Or("")} ({model.Id.Or($"order {model.OrderId}")})";

    public override OrderArguments Arguments(ProductModel config, string? madeUpName) => new()
    {
        Product = config.Product.Or(""),
        Package = config.Package,
        Location = config.Location,
        Period = config.Period,
        Options = config.Options,
    };

    public override async Task<IReadOnlyCollection<IProduct>> ListAsync(Session session, ProductModel model, CancellationToken cancellationToken) =>
        await session.ProductReads(Category(model)).ListAsync(cancellationToken);

    public override IEnumerable<(string Attribute, Value<string> Value)> Told(ProductModel model) => [("location", model.Location)];

    public override ProductSearch Search(Session session, ProductModel config, string madeUpName)
    {
        var (product, category) = (config.Product.Known, Category(config));
        return new ProductSearch(category, product, "dashserv_product", async stop => await session.ProductReads(category).ListFreshAsync(stop))
        {
            IsAlike = found => found.Payment?.ProductName is not { } name || name == product || name == category,
            ImportId = uuid => $"{product}/{uuid}",
        };
    }

    public override async Task<ProductModel> CompleteAsync(Session session, OperationRunner runner, ApplyContext<ProductModel> context, string productId)
    {
        var product = await session.Access.PollAsync(
            stop => session.ProductReads(Category(context.Plan)).FindFreshAsync(productId, stop), p => p?.Status,
            p => p is not null && p.Status is not ("installing" or "pending"), runner.Token);
        var actual = Table.Copy(context.State!);
        Table.Fill(actual, product!);
        actual.Location = product!.Location?.Uuid;
        ProductMapping.Applied(context.Private, product);
        return Table.Complete(context.Plan, actual);
    }

    // The form "dedicated-server:h5HGC" sells what the calls know as "dedicated-server".
    public override string Category(ProductModel model) => model.Product.Known.Split(':')[0];

    public override async Task<IProduct?> FindAsync(Session session, ProductModel model, string productId, CancellationToken cancellationToken) =>
        await session.ProductReads(Category(model)).FindFreshAsync(productId, cancellationToken);

    public override void Touch(Session session, ProductModel model, string productId) => session.ProductReads(Category(model)).Touch(productId);
}
