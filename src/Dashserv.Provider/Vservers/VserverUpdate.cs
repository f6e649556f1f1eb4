using Dashserv.Provider.Configuration;
using Dashserv.Provider.Ordering;
using TerraformPlugin.Authoring;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Vservers;

/// <summary>Changes a vserver in place: resize, reinstall, power, in this order. The state follows each step.</summary>
internal sealed class VserverUpdate(Session session, ApplyContext<VserverModel> context)
{
    public async Task RunAsync(bool wasPending, CancellationToken cancellation)
    {
        var plan = context.Plan;
        var actual = VserverSchema.Schema.Table.Copy(context.State!);
        if (wasPending)
        {
            // The state shows the plan already; what was delivered is what was ordered.
            (actual.Cores, actual.Ram, actual.Disk) = (context.Prior.Cores, context.Prior.Ram, context.Prior.Disk);
            (actual.Image, actual.ReinstallTriggers) = (context.Prior.Image.IsNull ? actual.Image : context.Prior.Image, context.Prior.ReinstallTriggers);
        }

        var notes = new VserverNotes(context.Private) { KnowsOrder = true, PlannedPrice = null };
        var change = await VserverChange.FindAsync(session, notes, VserverSchema.Schema.Table.Copy(plan), actual, cancellation);
        var operations = new VserverOperations(session, actual.Id.Known);
        if (change.Resizes)
        {
            await ResizeAsync(operations, plan, actual, cancellation);
        }

        if (change.Reinstalls)
        {
            var image = await new VserverImageNames(session, cancellation).ResolveAsync(plan.Image.Known);
            await operations.ReinstallAsync(image, cancellation);
            (actual.Image, actual.ReinstallTriggers) = (plan.Image, plan.ReinstallTriggers);
            Keep(actual);
        }

        var isTouched = change.Resizes || change.Reinstalls;
        if (plan.PowerState.IsKnown && (isTouched || !plan.PowerState.Equals(actual.PowerState)))
        {
            await SwitchAsync(session, plan, actual.Id.Known, cancellation);
            isTouched = true;
        }

        if (!isTouched && VserverSchema.Schema.Table.IsWhollyKnown(plan))
        {
            context.State = plan;
            return;
        }

        var vserver = await operations.ReadAsync(cancellation);
        if (change.Reinstalls)
        {
            notes.AppliedImage(vserver.Image);
        }

        context.State = VserverMapping.Complete(plan, actual, vserver);
    }

    public static async Task SwitchAsync(Session session, VserverModel plan, string id, CancellationToken cancellation)
    {
        var patience = GoDuration.TryParse(plan.ShutdownTimeout.Or("2m"), out var duration) ? duration : TimeSpan.FromMinutes(2);
        await new VserverOperations(session, id).Power.EnsureAsync(plan.PowerState.Known, patience, plan.ForceStop.Or(false), cancellation);
    }

    private async Task ResizeAsync(VserverOperations operations, VserverModel plan, VserverModel actual, CancellationToken cancellation)
    {
        var quote = await QuoteAsync(plan, cancellation);
        if (context.Diagnostics.HasErrors)
        {
            throw new Failures.ProblemException("The server was not resized", "See the other error. The server, and what it costs, is unchanged.");
        }

        await operations.ResizeAsync(plan.Cores.Known, plan.Ram.Known, plan.Disk.Known, cancellation);
        (actual.Cores, actual.Ram, actual.Disk, actual.Quote) = (plan.Cores, plan.Ram, plan.Disk, quote);
        Keep(actual);
    }

    private async Task<Value<QuoteModel>> QuoteAsync(VserverModel plan, CancellationToken cancellation)
    {
        var arguments = VserverArguments.ForResize(plan);
        var desk = new OrderDesk(session, context.Diagnostics, cancellation);
        if (await desk.ResolveAsync(arguments) is not { } request)
        {
            return default;
        }

        var quote = await desk.QuoteAsync(request, arguments);
        PriceLimit.CheckLimit(plan.MaxMonthlyPrice, quote, context.Diagnostics);
        PriceLimit.CheckPlanned(plan.Quote, quote, context.Diagnostics);
        return quote;
    }

    private void Keep(VserverModel actual) => context.State = VserverSchema.Schema.Table.Copy(actual);
}
