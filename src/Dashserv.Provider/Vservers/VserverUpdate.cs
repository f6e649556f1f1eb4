using Dashserv.Api;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Lifecycle;
using Dashserv.Provider.Ordering;
using Dashserv.Provider.Power;
using Dashserv.Provider.Text;
using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Vservers;

/// <summary>Changes a vserver in place: resize, reinstall, power, in this order. The state follows each step.</summary>
internal sealed class VserverUpdate(Session session, ApplyContext<VserverModel> context)
{
    private const string Installing = "The installation was begun, what was on the disk is lost, and it goes on without Terraform. The next apply does not begin another for the same reason.";

    private static ObjectTable<VserverModel> Table => VserverSchema.Schema.Table;

    public async Task RunAsync(bool wasPending, CancellationToken cancellationToken)
    {
        var plan = context.Plan;
        var actual = Table.Copy(context.State!);
        var operations = new VserverOperations(session, actual.Id.Known);
        if (wasPending)
        {
            // The state shows the plan already; what was delivered is what was ordered.
            var delivered = await operations.ReadAsync(cancellationToken);
            VserverMapping.Fill(actual, delivered);
            new VserverPrivateState(context.Private).Delivered(actual, delivered);
            actual.ReinstallTriggers = context.Prior.ReinstallTriggers;
            Keep(actual);
        }

        var change = await VserverChange.FindAsync(session, context.Private, Table.Copy(plan), actual, cancellationToken);
        _ = new OrderPrivateState(context.Private) { KnowsOrder = true, PlannedPrice = null };
        if (change.Resizes && !await ResizeAsync(operations, plan, actual, cancellationToken))
        {
            return;
        }

        if (change.Reinstalls)
        {
            await ReinstallAsync(operations, plan, actual, cancellationToken);
        }

        var isTouched = change.Resizes || change.Reinstalls;
        if (plan.PowerState.IsKnown && (isTouched || !plan.PowerState.Equals(actual.PowerState)))
        {
            await operations.Power.ChangeAsync(plan.PowerState.Known, plan.ShutdownLimit, plan.ForceStop.Or(false), cancellationToken);
            isTouched = true;
        }

        context.State = isTouched || !Table.IsWhollyKnown(plan)
            ? VserverMapping.Complete(plan, actual, await operations.ReadAsync(cancellationToken))
            : plan;
    }

    /// <returns>Whether it was done; else the diagnostics say why not, and the server is as it was.</returns>
    private async Task<bool> ResizeAsync(VserverOperations operations, VserverModel plan, VserverModel actual, CancellationToken cancellationToken)
    {
        var quote = await QuoteAsync(plan, cancellationToken);
        if (context.Diagnostics.HasErrors)
        {
            return false;
        }

        await operations.ResizeAsync(plan.Cores.Known, plan.Ram.Known, plan.Disk.Known, cancellationToken);
        (actual.Cores, actual.Ram, actual.Disk, actual.Quote) = (plan.Cores, plan.Ram, plan.Disk, quote);
        Keep(actual);
        return true;
    }

    private async Task ReinstallAsync(VserverOperations operations, VserverModel plan, VserverModel actual, CancellationToken cancellationToken)
    {
        var wanted = VserverImageNames.ToInstall(plan, actual);
        var installed = new VserverPrivateState(context.Private).InstalledAs(wanted, actual.Image);
        var image = await new VserverImageNames(session, cancellationToken).ResolveAsync(wanted, installed);
        var before = Table.Copy(actual);
        var isBegun = false;
        try
        {
            await StoppedException.TellAsync(() => InstallAsync(new VserverInstaller(session, actual.Id.Known, operations), image, Begun, cancellationToken), () => isBegun ? Installing : null);
        }
        catch (ProblemException)
        {
            // It was not done, and still is wanted.
            Keep(before);
            throw;
        }
        catch (ApiException e) when (isBegun)
        {
            throw ProblemException.Of(e, $"The installation of {image} may not be finished", "image", Installing, isBegun: true);
        }

        new VserverPrivateState(context.Private).AppliedImage((await operations.ReadAsync(cancellationToken)).Image);

        // The trigger is pulled with that: should the wait fail, it is not pulled again.
        void Begun()
        {
            isBegun = true;
            (actual.Image, actual.ReinstallTriggers) = (wanted, plan.ReinstallTriggers);
            Keep(actual);
        }
    }

    // An installation that an earlier apply did not see the end of may be what made the image wanted: then there is nothing left to do.
    private async Task InstallAsync(VserverInstaller installer, string image, Action begun, CancellationToken cancellationToken)
    {
        var isTriggered = TextMap.IsChanged(context.Plan.ReinstallTriggers, context.Prior.ReinstallTriggers);
        if (!isTriggered && await installer.HasByNowAsync(image, cancellationToken))
        {
            begun();
            return;
        }

        await installer.InstallAsync(image, begun, cancellationToken);
    }

    private async Task<Value<QuoteModel>> QuoteAsync(VserverModel plan, CancellationToken cancellationToken)
    {
        var arguments = VserverArguments.ForResize(plan);
        var desk = new OrderPreparation(session, context.Diagnostics, cancellationToken);
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
