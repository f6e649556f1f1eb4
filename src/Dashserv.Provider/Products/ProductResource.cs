using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Inventory;
using Dashserv.Provider.Lifecycle;
using Dashserv.Provider.Ordering.Matching;
using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Products;

/// <summary><c>dashserv_product</c>: ordered, read and terminated through the calls that every product has.</summary>
internal sealed class ProductResource(CurrentSession current, ProductOrder kind) : OrderedResource<ProductModel>(current, kind)
{
    private readonly CurrentSession _current = current;
    private readonly ProductOrder _kind = kind;

    public override Schema<ProductModel> Schema => ProductModel.Schema;

    protected override Task PlanAsync(PlanContext<ProductModel> context) => FailedDeed.TellOfPlanAsync("product", () => CheckAsync(context));

    private async Task CheckAsync(PlanContext<ProductModel> context)
    {
        switch (context.Plan, context.Prior)
        {
            case (null, { } prior):
                Protection.Check(prior, "destroy", _kind.Describe(prior), context.Diagnostics);
                break;
            case ({ } plan, null):
                await PlanCreateAsync(context, plan);
                break;
            case ({ } plan, { } prior):
                Protection.Note(context.Private, prior, _kind.Describe(prior));
                await PlanUpdateAsync(context, plan, prior);
                break;
        }
    }

    private async Task PlanCreateAsync(PlanContext<ProductModel> context, ProductModel plan)
    {
        Protection.CheckReplacement(context.Private, context.Diagnostics);
        if (plan.Product.IsKnown)
        {
            await PlannedQuote.ShowAsync(_current.Session, context, _kind.Arguments(context.Config!, null));
        }
    }

    protected override async Task RefreshAsync(
        Session session, ReadContext<ProductModel> context, ProductModel state, bool wasPending, CancellationToken cancellationToken)
    {
        if (await ProductOrder.FindAsync(session, state, state.Id.Known, cancellationToken) is not { } product)
        {
            context.State = null;
            return;
        }

        Schema.Table.Fill(state, product);
        if (wasPending)
        {
            ProductMapping.Applied(context.Private, product);
        }

        ProductMapping.Read(context.Private, state, product);
    }

    // Nothing of the product itself changes in place.
    protected override Task ChangeAsync(Session session, ApplyContext<ProductModel> context, bool wasPending, CancellationToken cancellationToken)
    {
        _ = new OrderPrivateState(context.Private) { KnowsOrder = true };
        context.State = Schema.Table.Complete(context.Plan, context.State!);
        return Task.CompletedTask;
    }

    /// <summary>The generic product's import says which product it is: <c>PRODUCT/UUID</c>.</summary>
    protected override Task ImportAsync(ImportContext<ProductModel> context)
    {
        if (context.Id.Split('/') is [{ Length: > 0 } product, { Length: > 0 } id])
        {
            (context.State.Product, context.State.Id) = (product, id);
        }
        else
        {
            context.Diagnostics.Error("Invalid id", $"\"{context.Id}\" does not name a product. Write the product, a slash, and its uuid, such as \"webhosting/lLPgX\".");
        }

        return Task.CompletedTask;
    }

    private async Task PlanUpdateAsync(PlanContext<ProductModel> context, ProductModel plan, ProductModel prior)
    {
        plan.Location = new LocationWording(new Wording(context.Private)).Keep(plan.Location, prior.Location);
        var changesOptions = await new OptionWording(_current.Session, context.CancellationToken).IsChangedAsync(_kind.Arguments(prior, null), plan, prior);
        var knowsOrder = new OrderPrivateState(context.Private).KnowsOrder;
        (string Attribute, bool IsChanged)[] changes =
        [
            ("product", !plan.Product.Equals(prior.Product)),
            ("package", knowsOrder && !plan.Package.Equals(prior.Package)),
            ("options", knowsOrder && changesOptions),
            ("location", !prior.Location.IsNull && !plan.Location.Equals(prior.Location)),
        ];
        var replaces = changes.Where(c => c.IsChanged).Select(c => c.Attribute).ToList();
        replaces.ForEach(context.RequireReplace);
        if (replaces.Count > 0)
        {
            Protection.Check(prior, $"replace (because of {string.Join(", ", replaces)})", _kind.Describe(prior), context.Diagnostics);
        }
        else if (prior.Id.IsNull)
        {
            Schema.Table.LeaveOpen(plan, prior);
            plan.Status = Value<string>.Unknown;
        }
    }
}
