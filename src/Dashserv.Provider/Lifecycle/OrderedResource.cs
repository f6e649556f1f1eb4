using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using TerraformPlugin.Authoring;

namespace Dashserv.Provider.Lifecycle;

/// <summary>The life that all ordered resources share; a resource adds its plan, its refresh and its changes in place.</summary>
internal abstract class OrderedResource<TModel>(CurrentSession current, OrderedOperations<TModel> kind) : Resource<TModel>
    where TModel : OrderedModel, new()
{
    private static readonly TimeSpan CreateTime = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan ReadTime = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan UpdateTime = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan DeleteTime = TimeSpan.FromMinutes(15);

    /// <param name="session">The configured provider.</param>
    /// <param name="context">The refresh.</param>
    /// <param name="state">The state, to be brought up to date.</param>
    /// <param name="wasPending">Whether this is the first sight of the product, so that what the API calls things is how it took the order.</param>
    /// <param name="cancellationToken">Fires when time is up, or on Ctrl-C.</param>
    protected abstract Task RefreshAsync(Session session, ReadContext<TModel> context, TModel state, bool wasPending, CancellationToken cancellationToken);

    /// <param name="session">The configured provider.</param>
    /// <param name="context">The update.</param>
    /// <param name="wasPending">Whether the product was delivered only just now.</param>
    /// <param name="cancellationToken">Fires when time is up, or on Ctrl-C.</param>
    protected abstract Task ChangeAsync(Session session, ApplyContext<TModel> context, bool wasPending, CancellationToken cancellationToken);

    protected sealed override async Task CreateAsync(ApplyContext<TModel> context)
    {
        var session = current.Session;
        using var limit = TimeLimit.Start(session, context.Plan.Timeouts, t => t.Create, CreateTime, context.CancellationToken);
        var creation = new Creation<TModel>(session, kind, context);
        var isPlaced = false;
        await limit.RunAsync("place the order", async () => isPlaced = await creation.OrderAsync(limit.Token));
        if (isPlaced)
        {
            await Delivery.FollowAsync(session, kind, context, creation, limit);
        }
    }

    protected sealed override async Task ReadAsync(ReadContext<TModel> context)
    {
        var session = current.Session;
        if (!session.IsKnown || context.State is not { } state)
        {
            return;
        }

        using var limit = TimeLimit.Start(session, state.Timeouts, t => t.Read, ReadTime, context.CancellationToken);
        await limit.RunAsync($"read the {kind.Noun}", async () =>
        {
            var isPending = state.Id.IsNull;
            if (!isPending || await PendingOrder.LookAsync(session, kind, context, state, limit.Token))
            {
                await RefreshAsync(session, context, state, isPending, limit.Token);
            }
        }, unchanged: FailedDeed.Kept);
        if (context.State is { Id.IsNull: false } seen)
        {
            EndedProduct.Warn(seen, kind.Describe(seen), context.Diagnostics);
        }
    }

    protected sealed override async Task UpdateAsync(ApplyContext<TModel> context)
    {
        var session = current.Session;
        var isPending = context.Prior.Id.IsNull;
        if (isPending)
        {
            using var delivery = TimeLimit.Start(session, context.Plan.Timeouts, t => t.Create, CreateTime, context.CancellationToken);
            if (!await Delivery.FollowAsync(session, kind, context, new Creation<TModel>(session, kind, context), delivery))
            {
                KeepPlanned(context);
                return;
            }
        }

        using var limit = TimeLimit.Start(session, context.Plan.Timeouts, t => t.Update, UpdateTime, context.CancellationToken);
        await limit.RunAsync($"update the {kind.Noun}", () => ChangeAsync(session, context, isPending, limit.Token), unchanged: "What was done until now is in the state.");
    }

    protected sealed override async Task DeleteAsync(ApplyContext<TModel> context)
    {
        var session = current.Session;
        using var limit = TimeLimit.Start(session, context.Prior.Timeouts, t => t.Delete, DeleteTime, context.CancellationToken);
        var isPending = PendingOrder.Is(context.Prior);
        await limit.RunAsync(
            $"destroy the {kind.Noun}",
            () => new Deletion<TModel>(session, kind, context).RunAsync(limit.Token),
            isPending ? () => PendingOrder.CannotBeCancelled(context.Prior) : null,
            isPending ? PendingOrder.CannotBeCancelled(context.Prior) : "It was not terminated, and goes on costing money; it is in the state.",
            "It was not seen to be terminated, and so may go on costing money; it is in the state.");
    }

    protected override Task ImportAsync(ImportContext<TModel> context)
    {
        if (context.Id.Contains('/', StringComparison.Ordinal) || context.Id.Any(char.IsWhiteSpace))
        {
            context.Diagnostics.Error("Invalid id", $"\"{context.Id}\" is not the uuid of a {kind.Noun}. Uuids look like \"lLPgX\"; the data sources list them.");
        }

        context.State.Id = context.Id;
        return Task.CompletedTask;
    }

    // Still pending: what the plan knows stands, and what it does not know stays open.
    private void KeepPlanned(ApplyContext<TModel> context)
    {
        if (context.State is { } state && !context.Diagnostics.HasErrors)
        {
            context.State = kind.Table.Complete(context.Plan, state);
        }
    }
}
