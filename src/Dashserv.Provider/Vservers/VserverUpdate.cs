using Dashserv.Provider.Configuration;
using Dashserv.Provider.Lifecycle;
using Dashserv.Provider.Ordering;
using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Vservers;

/// <summary>Changes a vserver in place: resize, reinstall, power, in this order. The state follows each step.</summary>
internal sealed class VserverUpdate(Session session, ApplyContext<VserverModel> context)
{
    private static ObjectTable<VserverModel> Table => VserverSchema.Schema.Table;

    public async Task RunAsync(bool wasPending, CancellationToken cancellation)
    {
        var plan = context.Plan;
        var actual = Table.Copy(context.State!);
        var operations = new VserverOperations(session, actual.Id.Known);
        if (wasPending)
        {
            // The state shows the plan already; what was delivered is what was ordered.
            VserverMapping.Fill(actual, await operations.ReadAsync(cancellation));
            (actual.Image, actual.ReinstallTriggers) = (context.Prior.Image.IsNull ? actual.Image : context.Prior.Image, context.Prior.ReinstallTriggers);
        }

        var change = await VserverChange.FindAsync(session, context.Private, Table.Copy(plan), actual, cancellation);
        _ = new OrderNotes(context.Private) { KnowsOrder = true, PlannedPrice = null };
        if (change.Resizes && !await ResizeAsync(operations, plan, actual, cancellation))
        {
            return;
        }

        if (change.Reinstalls)
        {
            await ReinstallAsync(operations, plan, actual, cancellation);
        }

        var isTouched = change.Resizes || change.Reinstalls;
        if (plan.PowerState.IsKnown && (isTouched || !plan.PowerState.Equals(actual.PowerState)))
        {
            await operations.Power.ChangeAsync(plan.PowerState.Known, plan.Patience(), plan.ForceStop.Or(false), cancellation);
            isTouched = true;
        }

        context.State = isTouched || !Table.IsWhollyKnown(plan)
            ? VserverMapping.Complete(plan, actual, await operations.ReadAsync(cancellation))
            : plan;
    }

    /// <returns>Whether it was done; else the diagnostics say why not, and the server is as it was.</returns>
    private async Task<bool> ResizeAsync(VserverOperations operations, VserverModel plan, VserverModel actual, CancellationToken cancellation)
    {
        var quote = await QuoteAsync(plan, cancellation);
        if (context.Diagnostics.HasErrors)
        {
            return false;
        }

        await operations.ResizeAsync(plan.Cores.Known, plan.Ram.Known, plan.Disk.Known, cancellation);
        (actual.Cores, actual.Ram, actual.Disk, actual.Quote) = (plan.Cores, plan.Ram, plan.Disk, quote);
        Keep(actual);
        return true;
    }

    private async Task ReinstallAsync(VserverOperations operations, VserverModel plan, VserverModel actual, CancellationToken cancellation)
    {
        var wanted = VserverImageNames.ToInstall(plan, actual);
        var image = await new VserverImageNames(session, cancellation).ResolveAsync(wanted);
        await operations.ReinstallAsync(image, cancellation);
        (actual.Image, actual.ReinstallTriggers) = (wanted, plan.ReinstallTriggers);
        Keep(actual);
        new VserverNotes(context.Private).AppliedImage((await operations.ReadAsync(cancellation)).Image);
    }

    private async Task<Value<QuoteModel>> QuoteAsync(VserverModel plan, CancellationToken cancellation)
    {
        var arguments = VserverArguments.ForResize(plan);
        var desk = new OrderDesk(session, context.Diagnostics, cancellation);
        if (await desk.ResolveAsync(arguments) is not { } request)
        {
            PriceLimit.RefuseUnknown(plan.MaxMonthlyPrice, context.Diagnostics);
            return default;
        }

        var quote = await desk.QuoteAsync(request, arguments);
        PriceLimit.CheckLimit(plan.MaxMonthlyPrice, quote, context.Diagnostics);
        PriceLimit.CheckPlanned(plan.Quote, quote, context.Diagnostics);
        return quote;
    }

    private void Keep(VserverModel actual) => context.State = Table.Copy(actual);
}
