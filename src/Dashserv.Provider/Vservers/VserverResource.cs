using Dashserv.Provider.Configuration;
using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;

namespace Dashserv.Provider.Vservers;

/// <summary><c>dashserv_vserver</c>: a virtual server, from its order to its termination.</summary>
internal sealed class VserverResource(CurrentSession current) : Resource<VserverModel>
{
    public override Schema<VserverModel> Schema => VserverSchema.Schema;

    protected override Task ValidateAsync(ValidateContext<VserverModel> context)
    {
        VserverChecks.Run(context.Config, context.Diagnostics);
        return Task.CompletedTask;
    }

    protected override Task PlanAsync(PlanContext<VserverModel> context) => new VserverPlan(current.Session, context).RunAsync();

    protected override async Task CreateAsync(ApplyContext<VserverModel> context)
    {
        var session = current.Session;
        using var limit = TimeLimit.Start(session, context.Plan.Timeouts, t => t.Create, TimeSpan.FromMinutes(30), context.Cancellation);
        var creation = new VserverCreation(session, context);
        if (await creation.OrderAsync(limit.Token))
        {
            await VserverDelivery.FollowAsync(session, context, creation, limit);
        }
    }

    protected override async Task ReadAsync(ReadContext<VserverModel> context)
    {
        var session = current.Session;
        if (!session.IsKnown || context.State is not { } state)
        {
            return;
        }

        using var limit = TimeLimit.Start(session, state.Timeouts, t => t.Read, TimeSpan.FromMinutes(2), context.Cancellation);
        var refresh = new VserverRefresh(session, context);
        if (!state.Id.IsNull || await refresh.LookAtOrderAsync(state, limit.Token))
        {
            await refresh.ReadAsync(state, limit.Token);
        }
    }

    protected override async Task UpdateAsync(ApplyContext<VserverModel> context)
    {
        var session = current.Session;
        using var limit = TimeLimit.Start(session, context.Plan.Timeouts, t => t.Update, TimeSpan.FromMinutes(30), context.Cancellation);
        var isPending = context.Prior.Id.IsNull;
        if (isPending)
        {
            using var createLimit = TimeLimit.Start(session, context.Plan.Timeouts, t => t.Create, TimeSpan.FromMinutes(30), context.Cancellation);
            if (!await VserverDelivery.FollowAsync(session, context, new VserverCreation(session, context), createLimit))
            {
                return;
            }
        }

        await limit.RunAsync("update the server", () => new VserverUpdate(session, context).RunAsync(isPending, limit.Token));
    }

    protected override async Task DeleteAsync(ApplyContext<VserverModel> context)
    {
        var session = current.Session;
        using var limit = TimeLimit.Start(session, context.Prior.Timeouts, t => t.Delete, TimeSpan.FromMinutes(15), context.Cancellation);
        await limit.RunAsync("destroy the server", () => new VserverDeletion(session, context).RunAsync(limit.Token));
    }

    protected override Task ImportAsync(ImportContext<VserverModel> context)
    {
        if (context.Id.Contains('/', StringComparison.Ordinal) || context.Id.Any(char.IsWhiteSpace))
        {
            context.Diagnostics.Error("Invalid id", $"\"{context.Id}\" is not the uuid of a vserver. The data source dashserv_vservers lists them; they look like \"lLPgX\".");
        }

        context.State.Id = context.Id;
        return Task.CompletedTask;
    }
}
