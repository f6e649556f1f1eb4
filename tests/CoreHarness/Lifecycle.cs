using TerraformPlugin.Values;

namespace CoreHarness;

/// <summary>The whole life of a resource, step by step as a user would walk it.</summary>
internal static class Lifecycle
{
    /// <summary>
    /// Validate, plan, apply, read, plan (empty) → update, plan (empty) → import, plan (empty) → destroy. Each step must end without an error.
    /// </summary>
    /// <param name="core">The core.</param>
    /// <param name="type">The resource's type.</param>
    /// <param name="config">The first configuration.</param>
    /// <param name="updatedConfig">What to change to; null to leave that out.</param>
    /// <param name="importId">The id to import by; null to leave that out.</param>
    /// <param name="importMatches">Whether a plan after the import is empty too; false where an argument cannot be read back.</param>
    /// <exception cref="CoreRuleViolationException">A rule of core's is broken, a step has failed, or a plan is not empty.</exception>
    public static async Task<IReadOnlyList<LifecycleStep>> RunAsync(
        CoreProvider core, string type, Config config, Config? updatedConfig, Func<ResourceInstance, string>? importId, bool importMatches)
    {
        var steps = new List<LifecycleStep>();
        var instance = core.Resource(type);
        Done("validate", await core.ValidateResourceAsync(type, config));
        await ApplyAsync("create", config);
        if (updatedConfig is not null)
        {
            await ApplyAsync("update", updatedConfig);
        }

        if (importId is not null)
        {
            var imported = core.Resource(type, "imported");
            Done("import", await imported.ImportAsync(importId(instance)));
            var plan = await imported.PlanAsync(updatedConfig ?? config);
            Done("plan after import", plan.Diagnostics);
            RequireEmpty("import", importMatches ? plan : null);
        }

        Done("destroy", await instance.DestroyAsync());
        return instance.Exists ? throw new CoreRuleViolationException("Life cycle", "the destroyed object is still in the state") : steps;

        async Task ApplyAsync(string name, Config wanted)
        {
            var plan = await instance.PlanAsync(wanted);
            Done($"plan {name}", plan.Diagnostics);
            Done(name, await instance.ApplyAsync(plan));
            Done($"read after {name}", await instance.RefreshAsync());
            var again = await instance.PlanAsync(wanted);
            Done($"plan after {name}", again.Diagnostics);
            RequireEmpty(name, again);
        }

        void Done(string name, Diagnostics diagnostics)
        {
            steps.Add(new LifecycleStep(name, diagnostics));
            if (diagnostics.FirstOrDefault(d => d.Severity == Severity.Error) is { } error)
            {
                throw new CoreRuleViolationException($"The step \"{name}\" failed", $"{error.Path} {error.Summary}: {error.Detail}");
            }
        }
    }

    private static void RequireEmpty(string name, PlanResult? plan)
    {
        if (plan is { Action: not ChangeAction.NoOp })
        {
            throw new CoreRuleViolationException(
                "The plan was not empty", $"after {name} the plan is to {plan.Action}, for {string.Join(", ", plan.Changes)}: {plan.Prior} → {plan.Planned}");
        }
    }
}
