using TerraformPlugin.Schema;
using TerraformPlugin.Values;

namespace TerraformPlugin.Authoring;

/// <summary>What an author derives a data source from.</summary>
/// <typeparam name="TModel">The model that the table maps: arguments and results.</typeparam>
public abstract class DataSource<TModel> : DataSource
    where TModel : class, new()
{
    /// <summary>A static table: it is asked for before the provider is configured.</summary>
    public abstract Schema<TModel> Schema { get; }

    internal sealed override ISchema UntypedSchema => Schema;

    /// <summary>Checks across arguments, without the API.</summary>
    protected virtual Task ValidateAsync(ValidateContext<TModel> context) => Task.CompletedTask;

    protected abstract Task ReadAsync(DataContext<TModel> context);

    internal sealed override Task ValidateAsync(TfValue config, Diagnostics diagnostics, CancellationToken cancellationToken) =>
        ValidateAsync(new ValidateContext<TModel>(Schema.Table.DecodeKnown(config, AttributePath.Root), diagnostics, cancellationToken));

    internal sealed override async Task<TfValue> ReadAsync(TfValue config, Diagnostics diagnostics, CancellationToken cancellationToken)
    {
        var model = Schema.Table.DecodeKnown(config, AttributePath.Root);
        await ReadAsync(new DataContext<TModel>(model, diagnostics, cancellationToken)).ConfigureAwait(false);
        return Schema.Table.EncodeKnown(model);
    }
}
