using Dashserv.Api.Models;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Operations;
using Dashserv.Provider.Ordering.Matching;
using Dashserv.Provider.Ordering.Placing;
using Dashserv.Provider.Power;
using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Lifecycle;

/// <summary>What one kind of product does its own way, in a life that is otherwise the same for all: order, deliver, refresh, terminate.</summary>
internal abstract class OrderedNoun<TModel>
    where TModel : OrderedModel, new()
{
    /// <summary>What a user calls it, such as <c>vserver</c>.</summary>
    public abstract string Noun { get; }

    public abstract ObjectTable<TModel> Table { get; }

    /// <summary>A product in words, such as its name and id.</summary>
    public virtual string Describe(TModel model) => $"{Noun} {model.Name.Or("")} ({model.Id.Or($"order {model.OrderId}")})";

    /// <param name="config">What the user wrote.</param>
    /// <param name="madeUpName">The name to use where the user gave none; null while only a price is asked for.</param>
    public abstract OrderArguments Arguments(TModel config, string? madeUpName);

    /// <summary>Leaves open in a plan what only the delivery of a pending order tells.</summary>
    public void LeaveOpen(TModel plan, TModel prior)
    {
        if (prior.Id.IsNull)
        {
            Table.LeaveOpen(plan, prior);
            plan.Status = Value<string>.Unknown;
            KeepWiped(plan, prior);
        }
    }

    /// <summary>A plan that says nothing else of it wipes no disk.</summary>
    public static void KeepWiped(TModel plan, TModel? prior)
    {
        if (plan is ServerModel server)
        {
            server.DiskWipedAt = (prior as ServerModel)?.DiskWipedAt ?? default;
        }
    }

    /// <summary>How to find the product again, should the order's answer be lost.</summary>
    public abstract ProductSearch Search(Session session, TModel config, string madeUpName);

    /// <summary>The name that a user gives it, where the API tells it again.</summary>
    public virtual string? NameOf(TModel config) => null;

    /// <summary>The attribute that has it.</summary>
    public virtual string NameAttribute => "name";

    /// <summary>Every product of that kind, as of now or of a moment ago.</summary>
    public abstract Task<IReadOnlyCollection<IProduct>> ListAsync(Session session, TModel model, CancellationToken cancellationToken);

    /// <summary>Whether a product is as large as it is to be, by all that the API tells of that.</summary>
    public virtual bool HasSize(IProduct product, TModel config) => true;

    /// <summary>The arguments that the API tells again, and that only a replacement or a reinstallation changes.</summary>
    public abstract IEnumerable<(string Attribute, Value<string> Value)> Told(TModel model);

    /// <summary>What has to be right, and noted, before an order is placed.</summary>
    public virtual Task PrepareAsync(Session session, ApplyContext<TModel> context, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What is known besides as soon as an order is placed.</summary>
    public virtual void NoteOrder(TModel known, OrderRequest request, string madeUpName)
    {
    }

    /// <summary>Waits until a delivered product is usable, and completes the state; keeps it up to date while it does.</summary>
    public abstract Task<TModel> CompleteAsync(Session session, OperationRunner runner, ApplyContext<TModel> context, string productId);

    /// <summary>The kind of product in the API's calls, such as <c>vserver</c>.</summary>
    public abstract string Category(TModel model);

    /// <summary>The product as it is now; null where there is none of that id.</summary>
    public abstract Task<IProduct?> FindAsync(Session session, TModel model, string productId, CancellationToken cancellationToken);

    /// <summary>Notes that what was read of the product before may not be so any more.</summary>
    public abstract void Touch(Session session, TModel model, string productId);

    /// <summary>How the product is switched; null where it has no switch.</summary>
    public virtual PowerCalls? Power(Session session, string productId) => null;
}
