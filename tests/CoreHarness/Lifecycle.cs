using TerraformPlugin.Values;

namespace CoreHarness;

/// <summary>The whole life of a resource, step by step as a user would walk it.</summary>
internal sealed class Lifecycle(CoreProvider core, string type)
{
    private readonly List<LifecycleStep> _steps = [];

    /// <summary>
    /// Validate, plan, apply, read, plan (empty) → update, plan (empty) → import, plan (empty) → destroy. Each step must end without an error.
    /// </summary>
    /// <param name="config">The first configuration.</param>
    /// <param name="updatedConfig">What to change to, which must change something; null to leave that out.</param>
    /// <param name="importId">The id to import by; null to leave that out.</param>
    /// <param name="adoption">What of the last configuration cannot be read back, if there is such; else the plan after the import must be empty.</param>
    /// <exception cref="CoreRuleViolationException">A rule of core's is broken, a step has failed, or a plan is not what it has to be.</exception>
    public async Task<IReadOnlyList<LifecycleStep>> RunAsync(
        Config config, Config? updatedConfig, Func<ResourceInstance, string>? importId, Adoption? adoption)
    {
        var instance = core.Resource(type);
        Done("validate", await core.ValidateResourceAsync(type, config));
        await ApplyAsync("create", instance, config);
        if (updatedConfig is not null)
        {
            await ApplyAsync("update", instance, updatedConfig);
        }

        if (importId is not null)
        {
            await ImportAsync(importId(instance), updatedConfig ?? config, adoption);
        }

        Done("destroy", await instance.DestroyAsync());
        return instance.Exists ? throw new CoreRuleViolationException("Life cycle", "the destroyed object is still in the state") : _steps;
    }

    private async Task ApplyAsync(string name, ResourceInstance instance, Config wanted)
    {
        var plan = await PlanAsync($"plan {name}", instance, wanted);
        Require(plan.Action != ChangeAction.NoOp, $"the {name} changes nothing", plan);
        Done(name, await instance.ApplyAsync(plan));
        Done($"read after {name}", await instance.RefreshAsync());
        await RequireEmptyAsync(name, instance, wanted);
    }

    private async Task ImportAsync(string id, Config config, Adoption? adoption)
    {
        var imported = core.Resource(type, "imported");
        Done("import", await imported.ImportAsync(id));
        await RequireEmptyAsync("import", imported, adoption?.Readable ?? config);
        if (adoption is null)
        {
            return;
        }

        var plan = await PlanAsync("plan adopt", imported, config);
        Require(plan.Action == ChangeAction.Update, "what cannot be read back has to be adopted in place", plan);
        var before = adoption.CountWrites();
        Done("adopt", await imported.ApplyAsync(plan));
        var writes = adoption.CountWrites() - before;
        Require(writes == 0, $"the adoption did something {writes} times", plan);
        await RequireEmptyAsync("adopt", imported, config);
    }

    private async Task RequireEmptyAsync(string name, ResourceInstance instance, Config config)
    {
        var plan = await PlanAsync($"plan after {name}", instance, config);
        Require(plan.Action == ChangeAction.NoOp, $"the plan after {name} is not empty", plan);
    }

    private async Task<PlanResult> PlanAsync(string name, ResourceInstance instance, Config config)
    {
        var plan = await instance.PlanAsync(config);
        Done(name, plan.Diagnostics);
        return plan;
    }

    private void Done(string name, Diagnostics diagnostics)
    {
        _steps.Add(new LifecycleStep(name, diagnostics));
        if (diagnostics.FirstOrDefault(d => d.Severity == Severity.Error) is { } error)
        {
            throw new CoreRuleViolationException($"The step \"{name}\" failed", $"{error.Path} {error.Summary}: {error.Detail}");
        }
    }

    private static void Require(bool isSo, string problem, PlanResult plan)
    {
        if (!isSo)
        {
            throw new CoreRuleViolationException(
                "The life cycle is broken", $"{problem}: the plan is to {plan.Action}, for {string.Join(", ", plan.Changes)}: {plan.Prior} → {plan.Planned}");
        }
    }
}
