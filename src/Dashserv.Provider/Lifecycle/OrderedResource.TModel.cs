using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Inventory;
using Dashserv.Provider.Operations;
using Dashserv.Provider.Ordering;
using Dashserv.Provider.Power;
using Dashserv.Provider.Text;
using TerraformPlugin.Authoring;

namespace Dashserv.Provider.Lifecycle;

/// <summary>The life that all ordered resources share; a resource adds its plan of a change, its refresh and its changes in place.</summary>
internal abstract class OrderedResource<TModel>(CurrentSession current, OrderedNoun<TModel> noun) : Resource<TModel>
    where TModel : OrderedModel, new()
{
    private static readonly TimeSpan CreateTime = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan ReadTime = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan UpdateTime = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan DeleteTime = TimeSpan.FromMinutes(15);

    /// <summary>A create's own say in its plan: the order's price, and whether the form allows it.</summary>
    protected abstract Task PlanCreateAsync(Session session, PlanContext<TModel> context, TModel plan);

    /// <summary>A change's own say in its plan; what only a delivery tells is left open by <see cref="OrderedNoun{TModel}.LeaveOpen"/>.</summary>
    /// <returns>The attributes because of which the product is replaced.</returns>
    protected abstract Task<IReadOnlyList<string>> PlanUpdateAsync(Session session, PlanContext<TModel> context, TModel plan, TModel prior);

    /// <param name="session">The configured provider.</param>
    /// <param name="context">The refresh.</param>
    /// <param name="state">The state, to be brought up to date.</param>
    /// <param name="wasPending">Whether this is the first sight of the product, so that what the API calls things is how it took the order.</param>
    /// <param name="cancellationToken">Fires when time is up, or on Ctrl-C.</param>
    /// <returns>Whether the product exists.</returns>
    protected abstract Task<bool> RefreshAsync(
        Session session, ReadContext<TModel> context, TModel state, bool wasPending, CancellationToken cancellationToken);

    /// <param name="session">The configured provider.</param>
    /// <param name="runner">Runs what changes it.</param>
    /// <param name="context">The update.</param>
    /// <param name="wasPending">Whether the product was delivered only just now.</param>
    protected abstract Task ChangeAsync(Session session, OperationRunner runner, ApplyContext<TModel> context, bool wasPending);

    protected sealed override Task PlanAsync(PlanContext<TModel> context) => FailureTranslator.ReadAsync(OrderWords.NotPlanned(noun.Noun), async () =>
    {
        Seen(context.Prior);
        switch (context.Plan, context.Prior)
        {
            case (null, { } prior):
                Protection.Check(
                    prior, "destroy", noun.Describe(prior), context.Diagnostics, current.Session.Journal.Tracked.IsProtected(prior.Id.Or("")));
                Deletion<TModel>.WarnOfAbandon(noun, prior, context.Diagnostics, "will be");
                break;
            case ({ } plan, null):
                Protection.CheckReplacement(context.Replaced, context.Diagnostics);
                OrderedNoun<TModel>.KeepWiped(plan, null);
                await PlanCreateAsync(current.Session, context, plan);
                WarnOfUntoldCustomer(context);
                break;
            case ({ } plan, { } prior):
                await PlanChangeAsync(context, plan, prior);
                break;
        }
    });

    protected sealed override async Task CreateAsync(ApplyContext<TModel> context)
    {
        var session = current.Session;
        using var limit = TimeLimit.Start(session.Access.Time, context.Plan.Timeouts, t => t.Create, CreateTime, context.CancellationToken);
        if (await new Creation<TModel>(session, noun, context).TryOrderAsync(session.Runner(limit)))
        {
            await FollowAsync(session, context, limit);
            NoteCustomer(session, context.Private, context.State);
        }
    }

    protected sealed override async Task ReadAsync(ReadContext<TModel> context)
    {
        var session = current.Session;
        if (!session.Access.IsKnown || context.State is not { } state)
        {
            return;
        }

        Seen(state);
        using var limit = TimeLimit.Start(session.Access.Time, state.Timeouts, t => t.Read, ReadTime, context.CancellationToken);
        await session.Runner(limit).RunAsync(new ReadOperation($"read the {noun.Noun}", FailureWords.NotRead(noun.Noun), async stop =>
        {
            var isPending = state.Id.IsNull;
            if ((!isPending || await new PendingOrder<TModel>(session, noun).LookAsync(context, state, stop))
                && !await RefreshAsync(session, context, state, isPending, stop))
            {
                await new Disappearance<TModel>(session, noun, context.Diagnostics).ConfirmAsync(state, context.Private, stop);
                context.State = null;
            }
        }));
        if (context.State is { Id.IsNull: false } seen)
        {
            NoteCustomer(session, context.Private, seen);
            EndedProduct.Warn(seen, noun.Describe(seen), session.Deletions.Of(seen.Id.Known), context.Diagnostics);
        }
    }

    protected sealed override async Task UpdateAsync(ApplyContext<TModel> context)
    {
        var session = current.Session;
        Seen(context.Prior);
        var isPending = context.Prior.Id.IsNull;
        if (isPending)
        {
            using var delivery = TimeLimit.Start(session.Access.Time, context.Plan.Timeouts, t => t.Create, CreateTime, context.CancellationToken);
            if (!await FollowAsync(session, context, delivery))
            {
                KeepPlanned(context);
                return;
            }

            NoteCustomer(session, context.Private, context.State);
        }

        using var limit = TimeLimit.Start(session.Access.Time, context.Plan.Timeouts, t => t.Update, UpdateTime, context.CancellationToken);
        var runner = session.Runner(limit, $"update the {noun.Noun}");
        await runner.RunAsync(new ReadOperation(
            runner.Title!, new FailureWords($"Could not update the {noun.Noun}", "What was done until now is in the state."),
            _ => ChangeAsync(session, runner, context, isPending)));
        foreach (var (planned, prior) in noun.Told(context.Plan).Zip(noun.Told(context.Prior)))
        {
            new Wording(context.Private).Settle(planned.Attribute, planned.Value, prior.Value, context.Plan.RepairsDrift);
        }
    }

    protected sealed override async Task DeleteAsync(ApplyContext<TModel> context)
    {
        var session = current.Session;
        Seen(context.Prior);
        using var limit = TimeLimit.Start(session.Access.Time, context.Prior.Timeouts, t => t.Delete, DeleteTime, context.CancellationToken);
        await new Deletion<TModel>(session, noun, context).RunAsync(session.Runner(limit, $"destroy the {noun.Noun}"));
    }

    protected override Task ImportAsync(ImportContext<TModel> context)
    {
        if (Ids.CanImport(context.Id, noun.Noun, context.Diagnostics))
        {
            context.State.Id = context.Id;
        }

        return Task.CompletedTask;
    }

    /// <summary>Brings a managed power state up to date; one that is neither on nor off says nothing.</summary>
    protected static async Task RefreshPowerAsync(ServerModel state, PowerCalls power, CancellationToken cancellationToken)
    {
        if (state.PowerState.IsKnown && await power.ReadAsync(cancellationToken) is { IsSwitched: true } reading)
        {
            state.PowerState = reading.Status;
        }
    }

    private async Task PlanChangeAsync(PlanContext<TModel> context, TModel plan, TModel prior)
    {
        Protection.Note(context.Private, prior, noun.Describe(prior));
        if (prior.Id.IsKnown)
        {
            // Once it was applied, the state says whether it is.
            var isNews = !new OrderPrivateState(context.Private).KnowsOrder;
            current.Session.Journal.Tracked.Protect(prior.Id.Known, isNews && plan.DeletionProtection.Or(false));
        }

        var replaces = await PlanUpdateAsync(current.Session, context, plan, prior);
        if (replaces.Count > 0)
        {
            replaces.ToList().ForEach(context.RequireReplace);
            Protection.Check(prior, $"replace (because of {string.Join(", ", replaces)})", noun.Describe(prior), context.Diagnostics);
            return;
        }

        foreach (var (attribute, planned) in noun.Told(plan))
        {
            DriftWords.Warn(new Wording(context.Private), attribute, planned, noun.Describe(prior), plan, context.Diagnostics);
        }
    }

    /// <returns>Whether the product is there.</returns>
    private async Task<bool> FollowAsync(Session session, ApplyContext<TModel> context, TimeLimit limit)
    {
        var runner = session.Runner(limit);
        var result = await runner.TryRunAsync(new DeliveryOperation<TModel>(session, noun, runner, context, limit));
        if (result.Problem is { } problem)
        {
            // What was judged has failed; all else may yet come to a good end.
            var fails = result.Failure is ProblemException || context.Plan.OnCreateTimeout.Or("resume") == "fail";
            context.Diagnostics.Add(fails ? problem.Diagnostic : problem.Warning);
            return false;
        }

        if (context.Plan is ServerModel { PowerState.IsKnown: true } plan && noun.Power(session, context.State!.Id.Known) is { } power
            && (await new ServerPower(session.Access, power, plan.ShutdownLimit, plan.ForceStop.Or(false))
                .TrySwitchAsync(runner, plan.PowerState.Known)).Problem is { } unswitched)
        {
            // The server exists and is paid for: a power state that is not yet right is no reason to have Terraform replace it.
            context.Diagnostics.Warning(
                "power_state", $"The server is not {plan.PowerState} yet",
                $"{unswitched.Diagnostic.Detail}\n\nThe server was delivered. The next apply tries again.");
        }

        return true;
    }

    // What a state has, needs no journal any more.
    private void Seen(TModel? state)
    {
        if (state is not null)
        {
            current.Session.Journal.Seen(state.OrderId.OrNull(), state.Id.OrNull());
        }
    }

    private void WarnOfUntoldCustomer(PlanContext<TModel> context)
    {
        if (current.Session.Access is { ChecksPlans: true, Client.IsCustomerUntold: true })
        {
            context.Diagnostics.Warning(
                "Whose account this is cannot be told",
                "customer_id is set, and could not be compared: the account has nothing yet that says whose it is, and the API does not offer the call that "
                    + "does. See that the token is the right one before you apply.");
        }
    }

    private static void NoteCustomer(Session session, PrivateState privateState, TModel? state)
    {
        if (state?.Id.OrNull() is { } id && session.Account.CustomerOf(id) is { } customer)
        {
            _ = new OrderPrivateState(privateState) { Customer = customer };
        }
    }

    // Still pending: what the plan knows stands, and what it does not know stays open.
    private void KeepPlanned(ApplyContext<TModel> context)
    {
        if (context.State is { } state && !context.Diagnostics.HasErrors)
        {
            context.State = noun.Table.Complete(context.Plan, state);
        }
    }
}
