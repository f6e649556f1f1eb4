using CoreHarness.Schemas;
using CoreHarness.Values;
using TerraformPlugin.Values;

namespace CoreHarness;

/// <summary>The plan of an instance: refresh, validation, one or two plan calls, and the action they amount to.</summary>
internal static class InstancePlanner
{
    public static async Task<PlanResult> PlanAsync(ResourceInstance instance, Config config)
    {
        var diagnostics = await InstanceRefresher.RefreshAsync(instance);
        return diagnostics.HasErrors ? new PlanResult(diagnostics) : await PlanRefreshedAsync(instance, config, diagnostics, null);
    }

    public static async Task<PlanResult> PlanDestroyAsync(ResourceInstance instance)
    {
        var schema = await instance.SchemaAsync();
        var diagnostics = await InstanceRefresher.RefreshAsync(instance);
        if (diagnostics.HasErrors || instance.State is not { } state)
        {
            return new PlanResult(diagnostics);
        }

        var notes = state.Private;
        if (instance.Core.Calls.PlansDestroy)
        {
            var call = await PlanCall.RunAsync(instance, schema, instance.Value, TfValue.Null, state.Private, null, diagnostics);
            if (diagnostics.HasErrors)
            {
                return new PlanResult(diagnostics);
            }

            if (!call.Planned.IsNull)
            {
                throw new CoreRuleViolationException(
                    "Provider produced invalid plan", $"Provider \"{CoreProvider.Address}\" planned a non-null destroy value for {instance.Address}.");
            }

            notes = call.Private;
        }

        return new PlanResult(diagnostics) { Action = ChangeAction.Delete, Prior = instance.Value, PlannedPrivate = notes };
    }

    /// <summary>The part of a plan that the apply repeats.</summary>
    /// <param name="earlier">What the plan noted, when this is the apply; else null.</param>
    public static async Task<PlanResult> PlanRefreshedAsync(ResourceInstance instance, Config config, Diagnostics diagnostics, byte[]? earlier)
    {
        var schema = await instance.SchemaAsync();
        var configured = ConfigValue.Of(config, schema.Root.Type);
        foreach (var diagnostic in await instance.Core.ValidateResourceAsync(instance.Type, schema, configured))
        {
            diagnostics.Add(diagnostic);
        }

        if (diagnostics.HasErrors)
        {
            return new PlanResult(diagnostics);
        }

        var existing = instance.Value;
        var prior = instance.Tainted ? TfValue.Null : existing;
        // A tainted object is planned as if it were new, without its notes.
        var notes = instance.State is { Tainted: false } state ? state.Private : [];
        var call = await PlanCall.RunAsync(instance, schema, prior, configured, notes, earlier, diagnostics);
        if (diagnostics.HasErrors)
        {
            return new PlanResult(diagnostics);
        }

        var replacing = ReplacingPaths(schema, prior, call).ToArray();
        if (replacing.Length > 0)
        {
            // Core plans the create half anew, with the private state of the first call.
            call = await PlanCall.RunAsync(instance, schema, TfValue.Null, configured, call.Private, earlier, diagnostics);
            if (diagnostics.HasErrors)
            {
                return new PlanResult(diagnostics);
            }
        }

        return new PlanResult(diagnostics)
        {
            Action = existing.IsNull ? ChangeAction.Create
                : instance.Tainted || replacing.Length > 0 ? ChangeAction.Replace
                : call.Planned.Equals(prior) ? ChangeAction.NoOp
                : ChangeAction.Update,
            Prior = existing,
            Planned = call.Planned,
            PlannedPrivate = call.Private,
            RequiresReplace = [.. replacing.Select(p => p.ToString())],
            BecauseTainted = instance.Tainted,
            Config = config,
        };
    }

    /// <summary>Of the paths that the provider named, those at which something changes; write-only ones count as they are.</summary>
    private static IEnumerable<AttributePath> ReplacingPaths(CoreSchema schema, TfValue prior, PlanCall call) => prior.IsNull
        ? []
        : call.RequiresReplace.Where(path =>
            schema.Root.Attributes.Any(a => a.WriteOnly && path.Steps[0].Attribute == a.Name)
            || !Equals(ValuePath.Find(prior, path), ValuePath.Find(call.Planned, path)));
}
