using System.Globalization;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Ordering;
using TerraformPlugin.Authoring;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Vservers;

/// <summary>A vserver's own say in its plan: what the order costs and whether the form allows it, and which change is done how.</summary>
internal sealed class VserverPlan(Session session, PlanContext<VserverModel> context)
{
    private readonly VserverNotes _notes = new(context.Private);

    private OrderDesk Desk => new(session, context.Diagnostics, context.Cancellation);

    public Task RunAsync() => (context.Plan, context.Prior) switch
    {
        (null, { } prior) => CheckDestroyAsync(prior),
        ({ } plan, null) => PlanCreateAsync(plan),
        ({ } plan, { } prior) => PlanUpdateAsync(plan, prior),
        _ => Task.CompletedTask,
    };

    private Task CheckDestroyAsync(VserverModel prior)
    {
        VserverProtection.Check(prior, "destroy", context.Diagnostics);
        return Task.CompletedTask;
    }

    private async Task PlanCreateAsync(VserverModel plan)
    {
        var arguments = VserverArguments.ForCreate(context.Config!);
        if (session.ChecksPlans && await Desk.ResolveAsync(arguments) is { } request)
        {
            await QuoteAsync(plan, request, arguments);
        }
    }

    private async Task PlanUpdateAsync(VserverModel plan, VserverModel prior)
    {
        var change = await VserverChange.FindAsync(session, _notes, plan, prior, context.Cancellation);
        foreach (var attribute in change.Replaces)
        {
            context.RequireReplace(attribute);
        }

        if (change.Replaces.Count > 0)
        {
            VserverProtection.Check(prior, $"replace (because of {string.Join(", ", change.Replaces)})", context.Diagnostics);
            return;
        }

        if (prior.Id.IsNull)
        {
            VserverUnknowns.OfPendingOrder(plan, prior);
        }

        VserverProtection.CheckDisk(plan, prior, context.Diagnostics);
        if (change.IsImageForbidden)
        {
            context.Diagnostics.Error(
                "image", "The image must not change", $"on_os_change is \"error\", and image would change from {prior.Image} to {plan.Image}. Nothing was done.");
        }

        if (change.Reinstalls)
        {
            await PlanReinstallAsync(plan, prior);
        }

        if (change.Resizes)
        {
            await PlanResizeAsync(plan);
        }
    }

    private async Task PlanReinstallAsync(VserverModel plan, VserverModel prior)
    {
        var attribute = plan.Image.Equals(prior.Image) ? "reinstall_triggers" : "image";
        context.Diagnostics.Warning(
            attribute,
            "This wipes the disk",
            $"The server {prior.Name.Or("")} ({prior.Id}) will be reinstalled in place because of {attribute}. Everything on its disk is lost; its addresses stay.");
        plan.Status = Value<string>.Unknown;
        if (session.ChecksPlans && plan.Image.IsKnown)
        {
            await new VserverImageNames(session, context.Cancellation).ResolveAsync(plan.Image.Known);
        }
    }

    private async Task PlanResizeAsync(VserverModel plan)
    {
        VserverUnknowns.OfResize(plan);
        var arguments = VserverArguments.ForResize(plan);
        if (session.ChecksPlans && await Desk.ResolveAsync(arguments) is { } request)
        {
            await QuoteAsync(plan, request, arguments);
        }
    }

    private async Task QuoteAsync(VserverModel plan, OrderRequest request, OrderArguments arguments)
    {
        var quote = await Desk.QuoteAsync(request, arguments);
        PriceLimit.CheckLimit(plan.MaxMonthlyPrice, quote, context.Diagnostics);
        var price = quote.MonthlyGross.Known.ToString(CultureInfo.InvariantCulture);
        if (context.Planned is { } earlier && new VserverNotes(earlier).PlannedPrice is { } planned && planned != price)
        {
            throw new ProblemException(
                "The price has changed since the plan",
                $"Planned were {planned} EUR per month; the API now asks {price} EUR. Nothing was ordered. Plan again to see the new price.",
                AttributePath.Of("quote"));
        }

        _notes.PlannedPrice = price;
        plan.Quote = quote;
    }
}
