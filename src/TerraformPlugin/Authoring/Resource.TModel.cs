using System.Text.Json.Nodes;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;

namespace TerraformPlugin.Authoring;

/// <summary>What an author derives a resource from: a table, and a page of plain code per operation.</summary>
/// <typeparam name="TModel">The model that the table maps.</typeparam>
public abstract class Resource<TModel> : Resource
    where TModel : class, new()
{
    /// <summary>A static table: it is asked for before the provider is configured.</summary>
    public abstract Schema<TModel> Schema { get; }

    internal sealed override ISchema UntypedSchema => Schema;

    /// <summary>Checks across attributes, without the API.</summary>
    protected virtual Task ValidateAsync(ValidateContext<TModel> context) => Task.CompletedTask;

    /// <summary>The resource's own say in the plan, deterministic: it is asked again during the apply.</summary>
    protected virtual Task PlanAsync(PlanContext<TModel> context) => Task.CompletedTask;

    protected abstract Task CreateAsync(ApplyContext<TModel> context);

    protected abstract Task ReadAsync(ReadContext<TModel> context);

    /// <summary>Changes in place; must assign the new state.</summary>
    protected abstract Task UpdateAsync(ApplyContext<TModel> context);

    /// <summary>Deletes; a call that ends without an error has.</summary>
    protected abstract Task DeleteAsync(ApplyContext<TModel> context);

    protected abstract Task ImportAsync(ImportContext<TModel> context);

    /// <summary>Turns the state of one schema version into that of the next.</summary>
    protected virtual JsonObject UpgradeState(long fromVersion, JsonObject state) => state;

    internal sealed override JsonObject UpgradeOneVersion(long fromVersion, JsonObject state) => UpgradeState(fromVersion, state);

    internal sealed override Task ValidateAsync(TfValue config, Diagnostics diagnostics, CancellationToken cancellationToken) =>
        ValidateAsync(new ValidateContext<TModel>(Decode(config)!, diagnostics, cancellationToken));

    internal sealed override async Task<PlannedChange> PlanAsync(PlanInput input, Diagnostics diagnostics, CancellationToken cancellationToken)
    {
        var plan = Decode(input.Planned);
        var context = new PlanContext<TModel>(Decode(input.Config), Decode(input.Prior), plan, input.Private, diagnostics, cancellationToken)
        {
            HasChanges = !input.Planned.Equals(input.Prior),
            Planned = input.EarlierPlan,
            Replaced = input.Replaced,
        };
        await PlanAsync(context).ConfigureAwait(false);
        return new PlannedChange(Encode(plan), context.Replacements);
    }

    internal sealed override ResourceOperation Apply(
        TfValue config, TfValue prior, TfValue planned, PrivateState privateState, Diagnostics diagnostics, ICollection<Action> whenSaved,
        CancellationToken cancellationToken)
    {
        var before = Decode(prior);
        var context = new ApplyContext<TModel>(
            Decode(config), before, Decode(planned), before is null ? null : Decode(prior), privateState, diagnostics, whenSaved, cancellationToken);
        Func<ApplyContext<TModel>, Task> call = prior.IsNull ? CreateAsync : planned.IsNull ? DeleteAndForgetAsync : UpdateAsync;
        return new ResourceOperation(() => call(context), () => Encode(context.State));
    }

    internal sealed override async Task<TfValue> ReadAsync(
        TfValue state, PrivateState privateState, Diagnostics diagnostics, CancellationToken cancellationToken)
    {
        var context = new ReadContext<TModel>(Decode(state)!, privateState, diagnostics, cancellationToken);
        await ReadAsync(context).ConfigureAwait(false);
        return Encode(context.State);
    }

    internal sealed override async Task<TfValue> ImportAsync(
        string id, PrivateState privateState, Diagnostics diagnostics, CancellationToken cancellationToken)
    {
        var context = new ImportContext<TModel>(id, privateState, diagnostics, cancellationToken);
        await ImportAsync(context).ConfigureAwait(false);
        return Encode(context.State);
    }

    private async Task DeleteAndForgetAsync(ApplyContext<TModel> context)
    {
        await DeleteAsync(context).ConfigureAwait(false);
        if (!context.Diagnostics.HasErrors)
        {
            context.State = null;
        }
    }

    private TfValue Encode(TModel? model) => model is null ? TfValue.Null : Schema.Table.EncodeKnown(model);

    private TModel? Decode(TfValue value) => value.IsNull ? null : Schema.Table.DecodeKnown(value, AttributePath.Root);
}
