using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Lifecycle;
using Dashserv.Provider.Operations;
using Dashserv.Provider.Ordering;
using Dashserv.Provider.Text;
using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Vservers;

/// <summary>Changes a vserver in place: resize, reinstall, power, in this order. The state follows each step.</summary>
internal sealed class VserverUpdate(Session session, OperationRunner runner, ApplyContext<VserverModel> context)
{
    private static ObjectTable<VserverModel> Table => VserverSchema.Schema.Table;

    private VserverPrivateState Private => new(context.Private);

    public async Task RunAsync(bool wasPending)
    {
        var plan = context.Plan;
        var actual = Table.Copy(context.State!);
        var server = new VserverOperations(session, actual.Id.Known);
        if (wasPending)
        {
            // The state shows the plan already; what was delivered is what was ordered.
            var delivered = await server.ReadAsync(runner.Token);
            VserverMapping.Fill(actual, delivered);
            Private.Delivered(actual, delivered);
            actual.ReinstallTriggers = context.Prior.ReinstallTriggers;
            Keep(actual);
        }

        var change = await VserverChange.FindAsync(session, context.Private, Table.Copy(plan), actual, runner.Token);
        _ = new OrderPrivateState(context.Private) { KnowsOrder = true, PlannedPrice = null };
        if (change.Resizes && !await ResizeAsync(server, plan, actual))
        {
            return;
        }

        if (change.Reinstalls)
        {
            await ReinstallAsync(server, plan, actual);
        }

        var isTouched = change.Resizes || change.Reinstalls;
        if (plan.PowerState.IsKnown && (isTouched || !plan.PowerState.Equals(actual.PowerState)))
        {
            await new ServerPower(session.Access, server.Power, plan.ShutdownLimit, plan.ForceStop.Or(false)).SwitchAsync(runner, plan.PowerState.Known);
            isTouched = true;
        }

        context.State = isTouched || !Table.IsWhollyKnown(plan) ? VserverMapping.Complete(plan, actual, await server.ReadAsync(runner.Token)) : plan;
    }

    /// <returns>Whether it was done; else the diagnostics say why not, and the server is as it was.</returns>
    private async Task<bool> ResizeAsync(VserverOperations server, VserverModel plan, VserverModel actual)
    {
        var quote = await QuoteAsync(plan);
        if (context.Diagnostics.HasErrors)
        {
            return false;
        }

        await runner.RunAsync(new VserverResizeOperation(session, actual.Id.Known, new VserverSize(plan.Cores.Known, plan.Ram.Known, plan.Disk.Known), server));
        (actual.Cores, actual.Ram, actual.Disk, actual.Quote) = (plan.Cores, plan.Ram, plan.Disk, quote);
        Keep(actual);
        return true;
    }

    private async Task ReinstallAsync(VserverOperations server, VserverModel plan, VserverModel actual)
    {
        var wanted = VserverImageNames.ToInstall(plan, actual);
        var image = await new VserverImageNames(session, runner.Token).ResolveAsync(wanted, Private.InstalledAs(wanted, actual.Image));
        var before = Table.Copy(actual);
        var isTriggered = Private.IsUnfinished || TextMap.IsChanged(plan.ReinstallTriggers, context.Prior.ReinstallTriggers);
        var reinstall = new VserverReinstallOperation(session, actual.Id.Known, image, isTriggered, stage =>
        {
            // The trigger is pulled with that: should the wait fail, it is not pulled again. Where it was not done, it still is wanted.
            (actual.Image, actual.ReinstallTriggers, actual.DiskWipedAt) = stage == OperationStage.NotSent
                ? (before.Image, before.ReinstallTriggers, before.DiskWipedAt)
                : (wanted, plan.ReinstallTriggers, Timestamp.Of(session.Access.Time.GetUtcNow()));
            Keep(actual);
        });
        var result = await runner.TryRunAsync(reinstall);
        Private.IsUnfinished |= reinstall.HasFailed;
        result.ThrowIfFailed();
        Private.Installed(image, (await server.ReadAsync(runner.Token)).Image);
    }

    private async Task<Value<QuoteModel>> QuoteAsync(VserverModel plan)
    {
        var arguments = VserverArguments.ForResize(plan);
        var preparation = new OrderPreparation(session.Catalogue, context.Diagnostics, runner.Token);
        if (await preparation.ResolveAsync(arguments) is not { } request)
        {
            PriceLimit.RefuseUnknown(plan.MaxMonthlyPrice, context.Diagnostics);
            return default;
        }

        var quote = await preparation.QuoteAsync(request, arguments);
        PriceLimit.CheckLimits(plan.MaxMonthlyPrice, plan.MaxDueToday, quote, context.Diagnostics);
        PriceLimit.CheckPlanned(plan.Quote, quote, context.Diagnostics);
        return quote;
    }

    private void Keep(VserverModel actual) => context.State = Table.Copy(actual);
}
