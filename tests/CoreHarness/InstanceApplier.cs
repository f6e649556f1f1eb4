using CoreHarness.Rules;
using CoreHarness.Schemas;
using CoreHarness.Values;
using TerraformPlugin.Values;

namespace CoreHarness;

/// <summary>The apply of a plan: the final plan, its comparison with the first, and the calls that carry it out.</summary>
internal static class InstanceApplier
{
    private const string Bug = "\n\nThis is a bug in the provider, which should be reported in the provider's own issue tracker.";

    public static async Task<Diagnostics> ApplyAsync(ResourceInstance instance, PlanResult plan, Config? resolved)
    {
        if (plan.HasErrors)
        {
            throw new InvalidOperationException("a plan with errors cannot be applied");
        }

        var diagnostics = new Diagnostics();
        if (plan.Action is ChangeAction.Delete or ChangeAction.Replace)
        {
            var prior = await InstanceRefresher.UpgradeAsync(instance, diagnostics);
            if (!diagnostics.HasErrors)
            {
                var notes = plan.Action == ChangeAction.Delete ? plan.PlannedPrivate : instance.State!.Private;
                await ApplyCall.RunAsync(instance, ChangeAction.Delete, prior, TfValue.Null, TfValue.Null, notes, diagnostics);
            }
        }

        if (!diagnostics.HasErrors && plan.Action is ChangeAction.Create or ChangeAction.Update or ChangeAction.Replace)
        {
            await CreateOrUpdateAsync(instance, plan, resolved ?? plan.Config!, diagnostics);
        }

        return diagnostics;
    }

    private static async Task CreateOrUpdateAsync(ResourceInstance instance, PlanResult plan, Config config, Diagnostics diagnostics)
    {
        var schema = await instance.SchemaAsync();
        var configured = ConfigValue.Of(config, schema.Root.Type);
        if (!configured.IsWhollyKnown)
        {
            throw new ArgumentException("an apply needs the configuration's unknown values: give the resolved configuration", nameof(config));
        }

        await InstanceRefresher.UpgradeAsync(instance, diagnostics);
        if (diagnostics.HasErrors)
        {
            return;
        }

        var final = await InstancePlanner.PlanRefreshedAsync(instance, config, diagnostics, plan.PlannedPrivate);
        if (diagnostics.HasErrors)
        {
            return;
        }

        CheckFinal(instance, schema, plan, final);
        if (final.Action != ChangeAction.NoOp)
        {
            await ApplyCall.RunAsync(instance, final.Action, instance.Value, final.Planned, configured, final.PlannedPrivate, diagnostics);
        }
    }

    private static void CheckFinal(ResourceInstance instance, CoreSchema schema, PlanResult plan, PlanResult final)
    {
        const string summary = "Provider produced inconsistent final plan";
        var expanding =
            $"When expanding the plan for {instance.Address} to include new values learned so far during apply, provider \"{CoreProvider.Address}\"";
        var expected = plan.Action == ChangeAction.Replace ? ChangeAction.Create : plan.Action;
        if (final.Action != expected && !(expected == ChangeAction.Update && final.Action == ChangeAction.NoOp))
        {
            throw new CoreRuleViolationException(summary, $"{expanding} changed the planned action from {expected} to {final.Action}.{Bug}");
        }

        if (ResultRules.Check(schema.Root, plan.Planned, final.Planned).FirstOrDefault() is { } problem)
        {
            throw new CoreRuleViolationException(
                summary, $"{expanding} produced an invalid new value for {GoText.Of(problem.Path)}: {problem.Detail}.{Bug}");
        }
    }
}
