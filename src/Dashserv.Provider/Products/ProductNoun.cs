using Dashserv.Api.Models;
using Dashserv.Provider.Access;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Lifecycle;
using Dashserv.Provider.Operations;
using Dashserv.Provider.Ordering.Matching;
using Dashserv.Provider.Ordering.Placing;
using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;

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

    public override ProductSearch Search(Session session, ProductModel config, string madeUpName)
    {
        var (product, category) = (config.Product.Known, Category(config));
        return new ProductSearch(category, product, "dashserv_product", async stop =>
            [.. (await session.Access.Client.Products.ListAsync(category, stop))
                .Where(p => p.Payment?.ProductName is null || p.Payment.ProductName == product || p.Payment.ProductName == category)
                .Select(p => new Candidate(p.Uuid, p.Name, p.CreatedAt, Prices.Hourly(p.Payment)))])
        {
            ImportId = uuid => $"{product}/{uuid}",
            ListAllIdsAsync = async stop => [.. (await session.Access.Client.Products.ListAsync(category, stop)).Select(p => p.Uuid)],
        };
    }

    public override async Task<ProductModel> CompleteAsync(Session session, OperationRunner runner, ApplyContext<ProductModel> context, string productId)
    {
        var product = await session.Access.PollAsync(
            stop => FindAsync(session, context.Plan, productId, stop), p => p?.Status, p => p is not null && p.Status is not ("installing" or "pending"),
            runner.Token);
        var actual = Table.Copy(context.State!);
        Table.Fill(actual, product!);
        actual.Location = product!.Location?.Uuid;
        ProductMapping.Applied(context.Private, product);
        return Table.Complete(context.Plan, actual);
    }

    public override async Task<bool> ExistsAsync(Session session, ProductModel model, string productId, CancellationToken cancellationToken) =>
        await FindAsync(session, model, productId, cancellationToken) is not null;

    public override Task TerminateAsync(Session session, ProductModel model, string productId, CancellationToken cancellationToken) =>
        session.Access.Client.Products.TerminateAsync(Category(model), productId, cancellationToken);

    /// <summary>The product; null when the API says that it is gone.</summary>
    public static Task<Product?> FindAsync(Session session, ProductModel model, string id, CancellationToken cancellationToken) =>
        session.Access.Client.Products.GetAsync(Category(model), id, cancellationToken).OrNullIfGoneAsync();

    // The form "dedicated-server:h5HGC" sells what the calls know as "dedicated-server".
    private static string Category(ProductModel model) => model.Product.Known.Split(':')[0];
}
