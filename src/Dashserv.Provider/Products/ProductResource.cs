using Dashserv.Api;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Inventory;
using Dashserv.Provider.Lifecycle;
using Dashserv.Provider.Operations;
using Dashserv.Provider.Ordering.Matching;
using Dashserv.Provider.Text;
using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;

namespace Dashserv.Provider.Products;

/// <summary><c>dashserv_product</c>: ordered, read and terminated through the calls that every product has.</summary>
internal sealed class ProductResource(CurrentSession current, ProductNoun noun) : OrderedResource<ProductModel>(current, noun)
{
    public override Schema<ProductModel> Schema => ProductModel.Schema;

    protected override Task ValidateAsync(ValidateContext<ProductModel> context)
    {
        if (context.Config.Product.IsKnown && TypedResource.Of(context.Config.Product.Known) is { } resource)
        {
            context.Diagnostics.Error("product", "Not a product for this resource", TypedResource.Refusal(context.Config.Product.Known, resource));
        }

        return Task.CompletedTask;
    }

    protected override Task PlanCreateAsync(Session session, PlanContext<ProductModel> context, ProductModel plan) =>
        plan.Product.IsKnown ? PlannedQuote.ShowAsync(session, context, noun.Arguments(context.Config!, null), noun) : Task.CompletedTask;

    protected override async Task<IReadOnlyList<string>> PlanUpdateAsync(
        Session session, PlanContext<ProductModel> context, ProductModel plan, ProductModel prior)
    {
        var wording = new Wording(context.Private);
        plan.Location = new LocationWording(wording).Keep(plan.Location, prior.Location);
        (var changesOptions, plan.Options) = await new OptionWording(session.Access, session.Catalogue, context.CancellationToken)
            .CompareAsync(noun.Arguments(prior, null), plan.Options, prior.Options);
        var knowsOrder = new OrderPrivateState(context.Private).KnowsOrder;
        (string Attribute, bool IsChanged)[] changes =
        [
            ("product", !plan.Product.Equals(prior.Product)),
            ("package", knowsOrder && !plan.Package.Equals(prior.Package)),
            ("options", knowsOrder && changesOptions),
            ("location", wording.IsChanged("location", plan.Location, prior.Location, plan.RepairsDrift)),
        ];
        string[] replaces = [.. changes.Where(c => c.IsChanged).Select(c => c.Attribute)];
        if (replaces.Length == 0)
        {
            noun.LeaveOpen(plan, prior);
        }

        return replaces;
    }

    protected override async Task<bool> RefreshAsync(
        Session session, ReadContext<ProductModel> context, ProductModel state, bool wasPending, CancellationToken cancellationToken)
    {
        if (await session.ProductReads(noun.Category(state)).FindAsync(state.Id.Known, cancellationToken) is not { } product)
        {
            return false;
        }

        Schema.Table.Fill(state, product);
        if (wasPending)
        {
            ProductMapping.Applied(context.Private, product);
        }

        ProductMapping.Read(context.Private, state, product);
        return true;
    }

    // Nothing of the product itself changes in place.
    protected override Task ChangeAsync(Session session, OperationRunner runner, ApplyContext<ProductModel> context, bool wasPending)
    {
        _ = new OrderPrivateState(context.Private) { KnowsOrder = true };
        context.State = Schema.Table.Complete(context.Plan, context.State!);
        return Task.CompletedTask;
    }

    /// <summary>The generic product's import says which product it is: <c>PRODUCT/UUID</c>.</summary>
    protected override Task ImportAsync(ImportContext<ProductModel> context)
    {
        if (context.Id.Split('/') is [{ Length: > 0 } typed, ..] && TypedResource.Of(typed) is { } resource)
        {
            context.Diagnostics.Error("Not a product for this resource", TypedResource.Refusal(typed, resource));
        }
        else if (context.Id.Split('/') is [var product, var id] && ApiId.IsName(product) && ApiId.IsOne(id))
        {
            (context.State.Product, context.State.Id) = (product, id);
        }
        else
        {
            context.Diagnostics.Error(
                "Invalid id", $"\"{Ids.Quote(context.Id)}\" does not name a product. Write the product, a slash, and its uuid, such as \"webhosting/lLPgX\".");
        }

        return Task.CompletedTask;
    }
}
